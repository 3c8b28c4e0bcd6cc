"""Drafts that name owners of data, sent for review."""

from case_studies.models import CaseStudyPage
from portal.access.enums import Level
from portal.records import submissions
from portal.records.models.rows import RecordOrganisation, RecordSource
from portal.taxonomy.models import ParticipantRole
from tests.factories.records import make_record

NO = dict.fromkeys(("names_person", "names_place", "tells_unpublished"), False)
EVERYONE = {"listed_to": Level.PUBLIC, "details_to": Level.PUBLIC, **NO}
MEMBERS = {"listed_to": Level.MEMBERS, "details_to": Level.MEMBERS, **NO}


def naming(*owners, url="https://example.org/report"):
    role = ParticipantRole.objects.get(key="data_owner")
    rows = [RecordOrganisation(organisation=each, role=role) for each in owners]
    return {"organisations": rows, "sources": [RecordSource(title="A report", url=url)]}


def sent(by, *owners, access=EVERYONE, model=CaseStudyPage, url="https://example.org/report", **fields):
    """A draft that names owners, sent for review with that access asked for."""
    page = make_record(model, listed_to=Level.MEMBERS, publish=False, owner=by, **naming(*owners, url=url), **fields)
    submissions.save_draft(page=page, by=by, access=access)
    submissions.submit_for_review(page=page, by=by)
    return model.objects.get(pk=page.pk)
