"""A request is sent: who may ask for what, and whom it goes to."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.access.enums import Action, Zone
from portal.access.policy import can
from portal.access.readers import reader_of
from portal.core.form_keys import one_at_a_time
from portal.core.web_addresses import has_address
from portal.directory.rights import require
from portal.records.registry import kind as kind_by_key
from practices.requests.enums import Act, Subject
from practices.requests.models import DataRequest
from practices.requests.telling import tell_of_step
from practices.requests.whom import asked

from .moving import moved, require_allowed

LONGEST = timedelta(days=730)
TEXTS = ("part", "decision", "readers", "safekeeping")
HOLDING = "holding"


def subjects_for(user, identity) -> list[Subject]:
    """What `user` may ask of an entry: its details while these are closed to them, the data of a holding. Empty for who
    belongs to no organisation, or only to those that are asked."""
    mine = reader_of(user).deciding.organisation_ids
    if not can(user, Action.KNOW, identity) or identity.withdrawn_at or not mine:
        return []
    offered = []
    if not can(user, Action.READ, identity) and _is_of_others(asked(Subject.DETAILS, identity), mine):
        offered.append(Subject.DETAILS)
    if identity.kind == HOLDING and _is_of_others(asked(Subject.DATA, identity), mine):
        offered.append(Subject.DATA)
    return offered


def may_ask_organisation(user, organisation) -> bool:
    """Whether `user` may ask an organisation for data that no entry lists."""
    mine = reader_of(user).deciding.organisation_ids
    is_known = can(user, Action.KNOW, organisation)
    return bool(mine - {organisation.pk}) and is_known and not organisation.merged_into_id


def _is_of_others(parties, mine):
    return parties.is_somebody and bool(mine - parties.keys)


@transaction.atomic
def ask(
    *, by, subject, asked_for, about=None, organisation=None, data_kinds=(), countries=(), key=None, **said
) -> DataRequest:  # fmt: skip
    """Sends a request in the name of `asked_for`, an organisation of `by`, about an entry or to an organisation.

    `said`: purpose, until, readers; of details for_all_of_it; of data part, form, decision, safekeeping. Raises
    PermissionDenied for who may not ask; ValidationError, by field, for a day that is past or too far, and words that
    must not stand here. With a `key`, that of its form, it is sent once.
    """
    if key is not None:
        one_at_a_time(by)
        if sent := DataRequest.objects.filter(key=key, asked_by=by).first():
            return sent
    _require_may(by, subject, asked_for, about, organisation)
    said |= {name: " ".join(said.get(name, "").split()) for name in TEXTS}
    parties = asked(subject, about, organisation)
    _require_right(said, asked_for, parties)
    request = DataRequest.objects.create(
        subject=subject, about=about, to_owner=parties.owner, to_keeper=parties.keeper, asked_by=by,
        asked_for=asked_for, answer_days=parties.days, is_demo=_is_fictional(asked_for, parties),
        answer_due_on=timezone.localdate() + timedelta(days=parties.days), **said, **({"key": key} if key else {}),
    )  # fmt: skip
    _note_what(request, data_kinds, countries)
    tell_of_step(moved(request, Act.SEND, by=by))
    return request


def _is_fictional(asked_for, parties):
    """Whether one of the sides does not exist: such a request says nothing of the world."""
    return any(each.is_demo for each in (asked_for, parties.owner, parties.keeper) if each)


def _require_may(by, subject, asked_for, about, organisation):
    require(asked_for.pk in reader_of(by).deciding.organisation_ids)
    if about is None:
        require(subject == Subject.DATA and may_ask_organisation(by, organisation))
    else:
        require(subject in subjects_for(by, about))


def _require_right(said, asked_for, parties):
    today = timezone.localdate()
    if asked_for.pk in parties.keys:
        raise ValidationError({"asked_for": _("These are the data of this organisation itself. Choose another one.")})
    if said["until"] <= today:
        raise ValidationError({"until": _("This day has passed. Give a later one.")})
    if said["until"] > today + LONGEST:
        raise ValidationError({"until": _("Ask for two years at the most; you can ask again then.")})
    if linked := [name for name in TEXTS if has_address(said[name])]:
        raise ValidationError(dict.fromkeys(linked, _("Take the address out: this goes by mail to who decides.")))
    labels = {name: DataRequest._meta.get_field(name).verbose_name for name in TEXTS}
    require_allowed({name: said[name] for name in TEXTS}, labels)


def _note_what(request, data_kinds, countries):
    """Of an entry, what its card says today: the picture of refusals counts these, whatever becomes of the entry."""
    if request.about is not None:
        data_kinds, countries = _on_card(request.about)
    request.data_kinds.set(data_kinds)
    request.countries.set(countries)


def _on_card(identity):
    """Kinds of data and countries of the published entry, as far as its card tells them."""
    kind = kind_by_key(identity.kind)
    page = kind.live().filter(**{kind.key_field: identity.pk}).first()
    names = ("data_kinds", "countries")
    is_told = {name: page is not None and kind.field(name).zone is Zone.CARD for name in names}
    return [list(getattr(page, name).all()) if is_told[name] else [] for name in names]
