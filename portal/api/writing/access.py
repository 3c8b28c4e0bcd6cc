"""“Who may see this?” in what a program sends: the form of the members' last step."""

from django.http import QueryDict

from portal.access.services import identity_to_be
from portal.api.problems import Wrong
from portal.desk.contribute.access_form import AccessForm
from portal.records.access_fields import ANSWERS, QUESTIONS, WORDS

NAMES = {"access_reason": "reason"}
"""Fields of the form that programs call otherwise."""
LEVELS = ("listed_to", "details_to")


def access_form(page, user, said: dict, is_sent):
    """The bound AccessForm of a page with what was `said`; what was not said is as it was. With `is_sent` all questions
    must be answered."""
    before = AccessForm(instance=page, user=user).initial
    data = QueryDict(mutable=True)
    for name in (*LEVELS, "access_reason"):
        data[name] = said.get(NAMES.get(name, name)) or before.get(name) or ""
    for name in QUESTIONS:
        data[name] = WORDS[said[name]] if name in said else before.get(name) or ""
    data.setlist("named_organisations", _named(page, user, said, before))
    if is_sent:
        data["action-submit"] = "yes"
    return AccessForm(data, instance=page, user=user)


def access_in(page, user) -> dict:
    """What waits or is, as a program reads it."""
    form = AccessForm(instance=page, user=user)
    now = form.initial
    named = form.fields["named_organisations"].queryset.filter(pk__in=now["named_organisations"] or ())
    return {
        **{name: str(now[name]) for name in LEVELS},
        "named_organisations": sorted(named.values_list("code", flat=True)),
        **{name: ANSWERS.get(now[name]) for name in QUESTIONS},
        "reason": now.get("access_reason") or "",
    }


def wrong_access(form) -> list[Wrong]:
    """Everything that is wrong in it."""
    return [
        Wrong("access" if name == "__all__" else f"access.{NAMES.get(name, name)}", message)
        for name, messages in form.errors.items()
        for message in messages
    ]


def begun(page, kind, organisation):
    """Puts the identity that a new page will have beside it, so that its access can be checked before it is made."""
    levels = {"listed_to": kind.listed_to, "details_to": kind.details_to}
    page.read_identity = identity_to_be(key=page.translation_key, kind=kind.key, custodian=organisation, **levels)


def _named(page, user, said, before):
    codes = said.get("named_organisations")
    if codes is None:
        return [str(pk) for pk in before.get("named_organisations") or ()]
    choices = AccessForm(instance=page, user=user).fields["named_organisations"].queryset
    known = dict(choices.filter(code__in=[code.upper() for code in codes]).values_list("code", "pk"))
    return [str(known.get(code.upper(), 0)) for code in codes]
