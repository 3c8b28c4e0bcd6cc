"""Partnership ideas of the first content, as unsaved pages; what they would join when that has a row."""

from portal.records.models import RecordLink, RecordOrganisation
from portal.taxonomy.models import DataKind, IdeaState, LinkKind, OrganisationType, ParticipantRole, Sector
from practices.partnerships.enums import LookingFor, Ripeness
from practices.partnerships.models import IdeaJoin, IdeaPage, IdeaRisk, IdeaStep
from practices.partnerships.states import PROPOSED

from .names import Reader
from .places import countries_of
from .sources import sources_of
from .wording import bulleted, paragraphs, shortened

WANTED = {each.value: each for each in LookingFor}
RIPENESS = {each.value: each for each in Ripeness}
BUILDS_ON = "related_to"
"""The kind of link to a practice: none of the vocabulary says “builds on”."""
NOTE = "Builds on this practice"


def idea(part, names):
    """The unsaved IdeaPage of an entry; how far it is beyond “proposed” is said by people (demo.ideas)."""
    part.value("status", {PROPOSED: part.reading.terms_of(IdeaState)[PROPOSED]})
    text = part.text("description")
    wanted = part.values_in("looking_for", WANTED)
    return IdeaPage(
        source_id=part.id,
        title=part.text("title", 255),
        summary=text if len(text) <= 300 else shortened(text, 300),
        countries=countries_of(part),
        sectors=part.terms("sectors", Sector),
        data_kinds=part.terms("data_kinds", DataKind),
        organisations=_partners(part, names.organisations),
        partner_types=part.terms("organisation_types", OrganisationType),
        partners_note=part.text("organisation_types_note", 300),
        problem=paragraphs(part.text("problem") or part.text("workshop_question")),
        idea=paragraphs(text),
        what_would_change=paragraphs(part.text("what_would_change")),
        what_for=paragraphs(part.text("what_for")),
        how_known=bulleted(part.list("how_we_would_know")),
        resources=paragraphs(part.text("resources")),
        ripeness=part.value("ripeness", RIPENESS) or Ripeness.NOT_SAID,
        steps=_steps(part, names.organisations),
        risks=[IdeaRisk(text=text) for text in part.list("risks")],
        is_illustrative=bool(part.values.get("illustrative")),
        sources=sources_of(part),
        **{f"wants_{each.value}": True for each in wanted},
    )


def join(page, part, names):
    """The needs and holdings that it would bring together, and the practices on which it builds."""
    ends = [
        each
        for name, file in (("serves_needs", "needs"), ("uses_holdings", "holdings"))
        for each in part.values_in(name, names.ids(file))
    ]
    page.joins = [IdeaJoin(target=names.records[each]) for each in ends]
    kind = part.reading.terms_of(LinkKind)[BUILDS_ON]
    practices = part.values_in("builds_on_practices", names.ids("practices"))
    page.links = [RecordLink(kind=kind, target=names.records[each], note=NOTE) for each in practices]


def _partners(part, organisations):
    """Those of a list of names are partners; rows say which part each has."""
    roles = part.reading.terms_of(ParticipantRole)
    named = [(each, roles["partner"]) for each in part.values_in("organisations", organisations)]
    rows = part.parts("partners")
    told = [(row.value("organisation", organisations), row.term("role", ParticipantRole)) for row in rows]
    return [RecordOrganisation(organisation=each, role=role) for each, role in [*named, *told] if each and role]


def _steps(part, organisations):
    rows = [
        IdeaStep(
            text=row.text("text", 300),
            organisation=row.value("organisation", organisations),
            due_on=row.day("due_on"),
            done_on=row.day("done_on"),
        )
        for row in part.parts("plan")
    ]
    return [*(IdeaStep(text=text) for text in part.list("first_steps")), *rows]


IDEAS = Reader("partnership_ideas", idea, join)
