"""Holdings, needs and ladders for the pages of the exchange: of mine action data, told to everyone."""

from portal.records.models import RecordOrganisation
from portal.taxonomy.models import (
    Audience,
    DataKind,
    NeedState,
    ParticipantRole,
    Sector,
    SharingRung,
    WithholdingReason,
)
from practices.holdings.models import DataHoldingPage, SharingStep
from practices.needs.models import DataNeedPage
from tests.factories.records import make_record


def hold(kind="hazards", sector="mine_action", by=None, role="data_custodian", **fields):
    """A published holding of data of a kind, of a sector, held `by` an organisation."""
    return make_record(DataHoldingPage, **{"title": "Held", **_about(kind, sector, by, role), **fields})


def need(kind="hazards", sector="education", by=None, state="open", **fields):
    """A published need of data of a kind, asked `by` an organisation."""
    state = NeedState.objects.get(key=state) if state else None
    return make_record(
        DataNeedPage, **{"title": "Needed", **_about(kind, sector, by, "data_user"), **fields}, state=state
    )


def step(form="nothing", audience="public", reason="personal_data", kind=None, is_stated=True):
    """A SharingStep; all are keys."""
    return SharingStep(
        data_kind=kind and DataKind.objects.get(key=kind),
        audience=Audience.objects.get(key=audience),
        rung=SharingRung.objects.get(key=form),
        reason=reason and WithholdingReason.objects.get(key=reason),
        is_stated=is_stated,
    )


def _about(kind, sector, by, role):
    fields = {"data_kinds": [DataKind.objects.get(key=kind)], "sectors": list(Sector.objects.filter(key=sector))}
    if by:
        role = ParticipantRole.objects.get(key=role)
        fields["organisations"] = [RecordOrganisation(organisation=by, role=role)]
    return fields
