"""A new action: its row, its identity, the first update of its trail."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import Locale

from events.actions.enums import Act
from events.actions.models import ActionUpdate, FollowUpAction
from events.actions.origins import NOWHERE, said_of_origin
from events.actions.rights import may_open
from events.actions.sources import may, require_reader
from events.actions.telling import tell_of_action
from portal.access.changes import announced_together
from portal.access.enums import Action, Level, TextSensitivity
from portal.access.models import RecordIdentity
from portal.access.readers import reader_of
from portal.access.services import register_record, take_reserved
from portal.core.codes import new_code
from portal.core.form_keys import one_at_a_time
from portal.core.languages import reading_language
from portal.directory.models import Organisation
from portal.directory.rights import require
from portal.records.linter import find
from portal.records.registry import kind_of

from .moving import new_link_key, require_allowed, require_near, require_sees


@transaction.atomic
def open_action(*, key=None, by, **said):
    """A new FollowUpAction as `_open` makes it. With a `key`, that of its form, it gets this one, once: a form that is
    sent again, also at the same moment, is answered with the action that it made. Raises as `_open`."""
    if key is None:
        return _open(by=by, **said)
    one_at_a_time(by)
    return FollowUpAction.objects.filter(key=key, opened_by=by).first() or _open(by=by, key=key, **said)


def _open(
    *, by, title, organisation, due_on, details="", person=None, person_email="", origin=NOWHERE, level=Level.MEMBERS,
    sensitivity=TextSensitivity.MODERATE, language=None, source=None, key=None, **fields,
):  # fmt: skip
    """A new FollowUpAction, for which `organisation` is in charge, until a day; who does it is told.

    `origin` is what it came out of (an Origin); countries and sectors are those of it. `level` is who may see it: never
    more than members; `sensitivity` that of its text. `language` is a code, by default that of the reader; `fields`
    are further columns. `source` is the entry (an identity) of whose words it is made, where these are not those of
    `by`: who does it must be among its readers. Raises PermissionDenied for who is not of the community;
    ValidationError for a day that is too far, for words that must not stand here, for a person who could not see it,
    and for an organisation that may not read the source.
    """
    require(may_open(by))
    require_near(due_on)
    if source is not None:
        require_reader(organisation, source)
    level = Level.narrower(level, Level.MEMBERS)
    action = FollowUpAction(
        title=" ".join(title.split()), details=details.strip(), organisation=organisation, due_on=due_on, person=person,
        person_email="" if person else person_email.strip().lower(), opened_by=by,
        locale=Locale.objects.get(language_code=language or reading_language()), **origin.columns(),
        **fields, **({"key": key} if key else {}),
    )  # fmt: skip
    with announced_together():
        identity = register_action(
            action=action, by=by, level=level, sensitivity=sensitivity, keeper=_keeper(by, source)
        )
        require_sees(person, identity)
        for name, terms in said_of_origin(origin).items():
            getattr(action, name).set(terms)
        update = ActionUpdate.objects.create(action=action, act=Act.OPEN, state=action.state, by=by, due_on=due_on)
    tell_of_action(action, update)
    return action


@transaction.atomic
def register_action(*, action, by, level, sensitivity, keeper=None):
    """Saves a new action under a code and an address of its own, with its identity row; returns the identity.

    The organisation in charge owns the entry; `keeper`, by default the organisation of who made it, keeps it. Raises
    ValidationError for words that must not stand here.
    """
    kind = kind_of(action)
    texts = {"title": (_("What"), action.title), "details": (_("More about it"), action.details)}
    require_allowed(texts, Levels(level, Level.narrower(level, TextSensitivity(sensitivity).widest)))
    action.code = new_code(kind.prefix, lambda code: RecordIdentity.objects.filter(code=code).exists())
    # The address stays for ever, when what must not be read is long out of the title.
    words = "" if find(action.title) else slugify(action.title)[:80].strip("-")
    action.slug = f"{words or 'action'}-{action.code[-4:].lower()}"
    new_link_key(action)
    action.save()
    return register_record(
        key=action.key, kind=kind.key, code=action.code, by=by, owner=action.organisation, custodian=keeper or _own(by),
        listed_to=level, details_to=level, sensitivity=sensitivity,
    )  # fmt: skip


@transaction.atomic
def bring_action(*, action, by=None, level="", owner=None, custodian=None, reserved=None):
    """Saves an action that an administrator brings from another place, with its code and address, its state and
    the first line of its trail; nobody is told of it. `reserved` is the row that was kept for its code, None otherwise.

    Of one that is here already what the file says is kept. Raises ValidationError for words that must not stand here.
    """
    level = Level.narrower(level or Level.MEMBERS, Level.MEMBERS)
    texts = {"title": (_("What"), action.title), "details": (_("More about it"), action.details)}
    require_allowed(texts, Levels(level, level))
    if action.pk:
        action.save()
        ActionUpdate.objects.create(action=action, act=Act.EDIT, state=action.state, by=by, due_on=action.due_on)
        return
    action.slug = action.slug or f"action-{action.code[-4:].lower()}"
    action.full_clean(exclude=["link_key"])
    action.save()
    parties = {"owner": owner or action.organisation, "custodian": custodian}
    levels = {"listed_to": level, "details_to": level, "sensitivity": TextSensitivity.MODERATE}
    if reserved is not None:
        take_reserved(identity=reserved, by=by, **levels, **parties)
    else:
        kind = kind_of(action)
        register_record(key=action.key, kind=kind.key, code=action.code, by=by, **levels, **parties)
    ActionUpdate.objects.create(action=action, act=Act.OPEN, state=action.state, by=by, due_on=action.due_on)


@dataclass(frozen=True)
class Levels:
    """Who would read it, before it has a row that says so."""

    listed_to: Level
    details_to: Level


def _own(user):
    """The organisation of who made it, where they belong to one alone."""
    mine = reader_of(user).organisation_ids
    return Organisation.objects.get(pk=next(iter(mine))) if len(mine) == 1 else None


def _keeper(user, source):
    """Of an action made of others' words their keeper, where the organisation of who made it may not read them."""
    own = _own(user)
    if source is None or own is None or may(own, Action.READ, source):
        return own
    return source.custodian or source.owner
