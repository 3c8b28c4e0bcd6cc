"""The world that the oracles look at: each registered kind at each level, and people in each relation to it.

New kinds join by themselves: their pages are filled field by field. World B is world A with one more record of each
kind, made in the middle, so that whatever counts up is different in it.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import uuid4

from wagtail.fields import RichTextField
from wagtail.models import Locale, Page

from events.actions.models import FollowUpAction
from events.actions.services import register_action
from portal.access.changes import announced_together
from portal.access.enums import TextSensitivity, Zone
from portal.access.models import RecordIdentity
from portal.core import codes
from portal.core.languages import LANGUAGES
from portal.directory.models import Organisation
from portal.records.merging import merge_organisations
from portal.records.models import RecordLink
from portal.records.registry import kinds
from portal.taxonomy.models import Audience, Country, LinkKind, SharingRung
from practices.holdings.ladder import WITHHELD
from practices.holdings.models import SharingStep
from tests.access.canaries import Canaries, named_key
from tests.access.matched import match
from tests.access.naming import naming_fields, point
from tests.access.planned import HIDDEN, MEMBERS, PUBLIC, PUBLIC_CARD, Spec, extras, is_page, specs
from tests.access.stated import HERE, state
from tests.factories.access import GrantFactory
from tests.factories.media import DocumentFactory
from tests.factories.people import MemberFactory, OrganisationFactory, UserFactory, editor, member_of
from tests.factories.records import decide, make_record

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


@dataclass
class Record:
    """A record of the world."""

    name: str
    kind: Any
    made: Any
    identity: RecordIdentity
    document: Any = None

    @property
    def is_page(self):
        return isinstance(self.made, Page)


@dataclass
class World:
    """What was made: `records` and `tokens` by name and text, `people` by what they are to the records."""

    records: dict[str, Record] = field(default_factory=dict)
    tokens: dict = field(default_factory=dict)
    people: dict = field(default_factory=dict)
    organisations: dict = field(default_factory=dict)
    doubles: list = field(default_factory=list)


CLOSED_YEAR = 1931
"""Of which closed details of world A are; those of world B are of the year after."""


def build(more=()):
    """Makes a world; `more` (Specs) are made as well, in the middle of the others."""
    plan = specs()
    # In turn the three languages; what has a French translation is English.
    in_turn = {spec.name: LANGUAGES[number % len(LANGUAGES)] for number, spec in enumerate(plan)}
    languages = in_turn | {spec.name: "en" for spec in plan if spec.state == "translated"}
    middle = len(plan) // 2
    plan[middle:middle] = more
    builder = Builder(CLOSED_YEAR + 1 if more else CLOSED_YEAR)
    with announced_together():
        builder.make_people()
        for spec in plan:
            builder.make(spec, languages.get(spec.name, "en"))
        builder.link()
        builder.join()
        builder.name()
        state(builder.world, builder.canaries, NOW.date())
        match(builder.world, builder.canaries, builder.author, NOW.date())
        builder.merge()
        builder.withhold()
        builder.grant()
    builder.world.tokens = builder.canaries.tokens
    return builder.world


class Builder:
    """Makes one object after the other; before each, chance is seeded with its name."""

    def __init__(self, closed_year):
        self.world, self.canaries, self.closed_year = World(), Canaries(), closed_year

    def make_people(self):
        names = ("owning", "keeping", "named", "granted", "other", "theirs")
        organisations = self.world.organisations = {name: self._organisation(name) for name in names}
        belongs_to = {"stranger": "other", "staff": "owning", "named": "named", "grantee": "granted"}
        self.world.people = {
            "visitor": None,
            **{who: member_of(organisations[name], **_person(who)) for who, name in belongs_to.items()},
            "former grantee": member_of(**_person("former")),
            "focal point": member_of(organisations["owning"], **_person("focal"), focal_point=True),
            "editor": editor(user=_account("editor")),
        }
        person = {name: self.canaries.token("author", name, None) for name in ("first_name", "last_name", "email")}
        self.administrator = UserFactory(email="administrator@example.org", is_superuser=True, is_staff=True)
        self.author = UserFactory(**person | {"email": f"{person['email']}@example.org"})
        MemberFactory(user=self.author, contact_key=named_key("contact", "author"))

    def _organisation(self, name):
        codes.source = Random(name)
        return OrganisationFactory(name_en=f"The {name} organisation", key=named_key("organisation", name))

    def make(self, spec, language):
        codes.source = Random(spec.name)
        values = self.canaries.values(spec.kind, spec.name, {"organisation": self.world.organisations["other"]})
        if spec.state == "extra" or not is_page(spec.kind):
            values["countries"].append(Country.objects.get(key=HERE))
        if spec.state == "extra" and is_page(spec.kind):
            values["reviewed_on"] = NOW.date()
        if (spec.listed, spec.details) == PUBLIC_CARD and spec.kind.dates and spec.kind.dates_zone is Zone.DETAILS:
            values |= dict.fromkeys((spec.kind.dates.first, spec.kind.dates.last), self.closed_year)
        record = self._page(spec, values, language) if is_page(spec.kind) else MAKERS[spec.kind.key](spec, values)
        self._decide(spec, record)
        self.world.records[spec.name] = record

    def _page(self, spec, values, language):
        document = DocumentFactory(
            title=self.canaries.token(spec.name, "linked document", spec.kind.field(_rich(spec.kind)).zone),
        )
        values[_rich(spec.kind)] += f'<p><a linktype="document" id="{document.pk}">notes</a></p>'
        page = make_record(
            spec.kind.model, language=language, publish=spec.state != "draft", owner=self.author,
            translation_key=named_key(spec.name), **values,
        )  # fmt: skip
        if spec.state == "translated":
            self._translate(spec, page)
        if spec.state == "waiting":
            page.title = f"{self.canaries.token(spec.name, 'draft title', None)} words"
            page.save_revision()
        return Record(spec.name, spec.kind, page, page.identity, document)

    def _translate(self, spec, page):
        copy = page.copy_for_translation(Locale.objects.get(language_code="fr"))
        copy.title = f"{self.canaries.token(spec.name, 'French title', Zone.CARD, True)} mots"
        setattr(copy, _rich(spec.kind), f"<p>{self.canaries.token(spec.name, 'French text', Zone.DETAILS, True)}</p>")
        copy.save_revision().publish()

    def _decide(self, spec, record):
        by = self.world.organisations
        owner = by["theirs"] if spec.parties in ("theirs", "kept") else by["owning"]
        custodian = {"ours": by["keeping"], "kept": by["owning"], "theirs": None}[spec.parties]
        withdrawn_at = NOW if spec.state == "withdrawn" else None
        if spec.parties == "ours":
            record.identity.named_organisations.set([by["named"]])
        decide(
            record.identity, listed_to=spec.listed, details_to=spec.details, owner=owner, custodian=custodian,
            withdrawn_at=withdrawn_at,
        )  # fmt: skip
        record.identity.refresh_from_db()

    def link(self):
        """Each page and the public one of its kind link to each other; its text links to all but the one too many."""
        link_kind = LinkKind.objects.get(key="documents")
        pages = [record for record in self.world.records.values() if record.is_page]
        for hub in [self.world.records[Spec(kind, *PUBLIC).name] for kind in kinds() if is_page(kind)]:
            for record in pages:
                if record.kind == hub.kind and record is not hub:
                    self._add_link(record, hub, link_kind)
                    self._add_link(hub, record, link_kind)
            told = [record for record in pages if not record.name.endswith("extra")]
            links = "".join(f'<a linktype="page" id="{record.made.pk}">this</a> ' for record in told)
            page = type(hub.made).objects.get(pk=hub.made.pk)
            setattr(page, _rich(hub.kind), f"{getattr(page, _rich(hub.kind))}<p>{links}</p>")
            page.save_revision().publish()

    def join(self):
        """Of each kind whose records can be part of others: a public one is part of the hidden one, another of the
        extra one or, where there is none, of nothing."""
        for kind in kinds():
            parts = [self.world.records[Spec(kind, *pair).name].made for pair in (PUBLIC, PUBLIC_CARD)]
            wholes = [self.world.records.get(spec.name) for spec in (Spec(kind, *HIDDEN), *extras(kind))]
            for part, whole in zip(parts, wholes, strict=True):
                if hasattr(part, "part_of_id"):
                    part.part_of = whole and whole.made
                    part.save()

    def name(self):
        """Each page names, by each field that names records, the public record of the right kind. That one itself names
        the hidden one; that of members the extra one or, where there is none, nothing."""
        for kind, end, allowed in naming_fields():
            public, hidden, extra = Spec(allowed, *PUBLIC), Spec(allowed, *HIDDEN), extras(allowed)[0]
            named = {Spec(kind, *PUBLIC).name: hidden.name, Spec(kind, *MEMBERS).name: extra.name}
            for record in [each for each in self.world.records.values() if each.kind == kind]:
                if target := self.world.records.get(named.get(record.name, public.name)):
                    point(record, end.name, target.identity)

    def merge(self):
        """Doubles of organisations, merged while both were shown alike; later the double, or the kept one, is hidden.
        The double's name is one of the kept one's; whither its address leads is for who may know of both."""
        organisation = next(kind for kind in kinds() if kind.key == "organisation")
        for double, kept in ((HIDDEN, PUBLIC), (PUBLIC, HIDDEN)):
            name = f"double {double[0]}"
            codes.source = Random(name)
            into = self.world.records[Spec(organisation, *kept).name]
            token = self.canaries.token(into.name, "name of its double", Zone.CARD, is_found=True)
            made = OrganisationFactory(name_en=token, key=named_key(name))
            decide(made, listed_to=kept[0], details_to=kept[1])
            into.made = merge_organisations(keep=into.made, drop=made, by=self.administrator, reason="They are one.")
            decide(made, listed_to=double[0], details_to=double[1])
            self.world.doubles.append(made)

    def withhold(self):
        """Each holding gives nothing of its kinds to an audience for its reasons: one step more of its ladder."""
        for record in [each for each in self.world.records.values() if each.kind.key == "holding"]:
            step = SharingStep.objects.filter(holding=record.made.pk).first()
            if step is None:
                # A draft, whose rows stand in its version alone.
                continue
            step.pk, step.translation_key, step.sort_order = None, uuid4(), 10
            step.audience, step.rung = Audience.objects.get(key="public"), SharingRung.objects.get(key=WITHHELD)
            step.save()

    def _add_link(self, source, target, kind):
        note = self.canaries.token(source.name, f"note of {target.name}", Zone.DETAILS, also=target.name)
        RecordLink.objects.create(record_id=source.made.pk, kind=kind, target=target.identity, note=f"{note} words")

    def grant(self):
        """The grantee holds grants, half as a person and half by the organisation; those of the other are over."""
        people, past = self.world.people, {"starts_at": NOW - timedelta(days=2)}
        for number, record in enumerate(self.world.records.values()):
            holder = [{"user": people["grantee"]}, {"organisation": self.world.organisations["granted"]}][number % 2]
            GrantFactory(identity=record.identity, given_by=self.author, **past, **holder)
            over = [{"until": NOW - timedelta(days=1)}, {"ended_at": NOW, "ended_by": self.author}][number % 2]
            GrantFactory(identity=record.identity, given_by=self.author, user=people["former grantee"], **past, **over)


def _person(name):
    """A member, of whom staff agree to be listed; the key of the form to write to them is the same in every world."""
    return {"user": _account(name), "contact_key": named_key("contact", name), "is_listed": name == "staff"}


def _account(name):
    return UserFactory(email=f"{name}@example.org")


def _rich(kind):
    """The first field of rich text: it links the record's document."""
    return next(field.name for field in kind.model._meta.get_fields() if isinstance(field, RichTextField))


def _organisation(spec, values):
    relations = {name: value for name, value in values.items() if isinstance(value, list) and name not in JSON_LISTS}
    organisation = Organisation.objects.create(
        **{name: value for name, value in values.items() if name not in relations}, key=named_key(spec.name)
    )
    for name, rows in relations.items():
        getattr(organisation, name).set(rows)
    return Record(spec.name, spec.kind, organisation, RecordIdentity.objects.get(pk=organisation.key))


def _action(spec, values):
    relations = {name: value for name, value in values.items() if isinstance(value, list)}
    own = {name: value for name, value in values.items() if name not in relations}
    locale = Locale.objects.get(language_code="en")
    action = FollowUpAction(**own, key=named_key(spec.name), due_on=NOW.date(), locale=locale)
    identity = register_action(action=action, by=None, level=spec.listed, sensitivity=TextSensitivity.LOW)
    for name, rows in relations.items():
        getattr(action, name).set(rows)
    return Record(spec.name, spec.kind, action, identity)


JSON_LISTS = {"also_named", "email_domains"}
MAKERS = {"organisation": _organisation, "action": _action}
"""How records that are no pages are made; a kind that is missing here fails."""
