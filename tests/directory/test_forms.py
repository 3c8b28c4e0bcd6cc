"""Organisations are told apart where access is given to them."""

import pytest

from portal.directory.forms import OrganisationsField
from tests.factories.people import OrganisationFactory

pytestmark = pytest.mark.django_db


def test_two_with_one_acronym_are_told_apart():
    OrganisationFactory(name_en="Mine action sub-cluster Iraq", acronym="MASC")
    OrganisationFactory(name_en="Mine action sub-cluster Ukraine", acronym="MASC")
    OrganisationFactory(name_en="IOM", acronym="IOM")

    assert [str(label) for _value, label in OrganisationsField().choices] == [
        "IOM", "Mine action sub-cluster Iraq (MASC)", "Mine action sub-cluster Ukraine (MASC)",
    ]  # fmt: skip
