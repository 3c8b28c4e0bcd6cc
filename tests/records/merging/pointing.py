"""Things that point at an organisation, one of each foreign key there is."""

from datetime import date
from uuid import uuid4

from django.db import models
from wagtail.models import Locale, Page

from events.actions.models import ActionUpdate, FollowUpAction
from events.attending.models import EventInvitation, Participant
from events.capture.models import CapturedLine, Sheet
from portal.access.enums import Level
from portal.access.models import AccessWish, Grant, OwnerNotice, PartiesWish, RecordIdentity
from portal.community.models import Post, Question
from portal.directory.inviting import invite
from portal.directory.models import HandOver, Invitation, JoinRequest, Nomination, Organisation
from portal.records.models import RecordPage, Release, StillTrueQuestion
from portal.taxonomy.models import Term
from portal.taxonomy.relations import parental_key
from portal.transfer.models import Import
from practices.coverage.models import CoverageStatement
from practices.partnerships.models import IdeaChange, IdeaPage, IdeaSupport, PartnerAnswer
from practices.requests.models import DataRequest
from tests.factories.access import GrantFactory
from tests.factories.people import MemberFactory, OrganisationFactory, editor
from tests.factories.records import decide, make_record


def filled(model, **given):
    """An unsaved row in which everything that must be said is."""
    for field in model._meta.concrete_fields:
        if field.name in given or field.has_default() or field.null or field.blank or field.primary_key:
            continue
        if isinstance(field, models.ForeignKey) and issubclass(field.related_model, Term):
            given[field.name] = field.related_model.objects.first()
        elif isinstance(field, models.CharField | models.TextField):
            given[field.name] = "words"
    return model(**given)


def make_pointing(pointer, organisation):
    """Something that points at an organisation by this foreign key; new models join by themselves."""
    model, name = pointer.model, pointer.field.name
    if pointer.is_link_table:
        end = pointer.owner.related_model
        other = end.objects.first() if issubclass(end, Term) else make_record().identity
        if end is AccessWish:
            other = AccessWish.objects.create(identity=other, asked_by=editor(), **dict.fromkeys(LEVELS, Level.OWNER))
        model._base_manager.create(**{name: organisation, pointer.owner.name: other})
    elif key := parental_key(model):
        if issubclass(key.related_model, Page):
            owner = key.related_model if key.related_model is not RecordPage else None
            page = make_record(owner) if owner else make_record()
            row = filled(model, **{name: organisation, key.name: page})
            if hasattr(row, "locale_id"):
                row.locale = page.locale
            row.save()
        else:
            model._base_manager.create(**{name: organisation, key.name: MemberFactory()})
    elif issubclass(model, Page):
        make_record(model, **{name: organisation})
    elif model is RecordIdentity:
        decide(make_record(), listed_to=Level.PUBLIC, **{name: organisation})
    elif model is Grant:
        person = {"user": MemberFactory().user} if name == "within" else {}
        GrantFactory(**{name: organisation}, **person, identity=make_record().identity)
    elif model is PartiesWish:
        PartiesWish.objects.create(
            identity=make_record().identity, asked_by=editor(), reason="Why", **{name: organisation}
        )
    else:
        make_plain(model, name, organisation)


def make_plain(model, name, organisation):
    """Something that is neither page nor row nor of the rooms of access."""
    if model is FollowUpAction:
        make_action(**{name: organisation})
    elif model is Invitation:
        invite(email="new@example.org", by=editor(), **{name: organisation})
    elif model in MORE:
        filled(model, **MORE[model]() | {name: organisation}).save()
    else:
        assert model is Organisation, f"{model.__name__}: say here how one is made"
        OrganisationFactory(**{name: organisation})


def make_action(**given):
    """A stored action, without an identity row."""
    code = uuid4().hex[:8]
    values = {"code": code, "slug": code, "due_on": date(2030, 1, 1), "locale": Locale.objects.first()}
    action = filled(FollowUpAction, **values | given)
    action.save()
    return action


LEVELS = ("listed_to", "details_to")


def _of_an_idea():
    return {"identity": make_record(IdeaPage).identity}


def _of_an_event():
    return {"event": make_record().identity, "language": "en"}


def _of_a_member():
    return {"member": MemberFactory()}


MORE = {
    Import: dict,
    StillTrueQuestion: lambda: {"key": uuid4(), "due_on": date(2026, 1, 1)},
    OwnerNotice: lambda: {"identity": make_record().identity, "version": 1},
    DataRequest: lambda: {
        "code": "",
        "until": date(2030, 1, 1),
        "answer_due_on": date(2029, 1, 1),
        "asked_for": OrganisationFactory(),
        "to_owner": OrganisationFactory(),
    },
    CoverageStatement: lambda: {"said_on": date(2026, 1, 1)},
    ActionUpdate: lambda: {"action": make_action(organisation=OrganisationFactory()), "state": "open"},
    **dict.fromkeys((IdeaChange, IdeaSupport, PartnerAnswer), _of_an_idea),
    **dict.fromkeys((EventInvitation, Participant), lambda: {"event": make_record().identity}),
    Post: lambda: {"question": Question.objects.create(identity=make_record().identity), "language": "en"},
    Release: lambda: {"key": uuid4(), "revision": 1},
    **dict.fromkeys((HandOver, Nomination), _of_a_member),
    JoinRequest: dict,
    CapturedLine: lambda: {**_of_an_event(), "session_key": uuid4(), "said_by": "words"},
    Sheet: _of_an_event,
}
"""What else must be said of one, beside the organisation that it points at."""
