"""Agreements with what they name."""

from portal.directory.models import Organisation
from portal.records.models import RecordOrganisation
from portal.taxonomy.models import AgreementKind, Country, DataKind, ParticipantRole, Sensitivity, SharingRung
from practices.agreements.models import AgreementHolding, AgreementPage, ProtocolClass
from tests.factories.records import make_record


def make_agreement(
    title="An agreement", kind="data_sharing_agreement", parties=(), countries=(), data_kinds=(), covers=(),
    classes=None, finest_form=None, state="signed", **fields,
):  # fmt: skip
    """A published agreement; kind, countries and data_kinds are keys, `covers` pages of holdings, `classes` keys of
    sensitivity by keys of kinds of data."""
    fields["agreement_kind"] = AgreementKind.objects.get(key=kind)
    fields["finest_form"] = finest_form and SharingRung.objects.get(key=finest_form)
    rows = {
        "organisations": [party(each) for each in parties],
        "countries": list(Country.objects.filter(key__in=countries)),
        "data_kinds": list(DataKind.objects.filter(key__in=data_kinds)),
        "holdings": [AgreementHolding(holding_id=page.key) for page in covers],
        "classes": [_class(*pair) for pair in (classes or {}).items()],
    }
    return make_record(AgreementPage, title=title, state=state, **rows | fields)


def make_protocol(classes, countries=("irq",), title="A protocol", **fields):
    """A published information sharing protocol that runs."""
    return make_agreement(title, "information_sharing_protocol", countries=countries, classes=classes, **fields)


def party(organisation: Organisation, role="partner"):
    """A row that names an organisation as a party."""
    return RecordOrganisation(organisation=organisation, role=ParticipantRole.objects.get(key=role))


def _class(data_kind, sensitivity):
    return ProtocolClass(
        data_kind=DataKind.objects.get(key=data_kind), sensitivity=Sensitivity.objects.get(key=sensitivity)
    )
