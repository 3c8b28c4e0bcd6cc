"""The row of a new record."""

from uuid import uuid4

from portal.access.enums import Level
from portal.access.services import register_record
from tests.access.decided import actions, levels
from tests.factories.people import member_of


def test_a_new_record_is_as_narrow_as_its_kind_asks():
    by = member_of()

    plain = register_record(key=uuid4(), kind="holding", code="DH-0001")
    wide = register_record(key=uuid4(), kind="case_study", code="CS-0001", by=by, listed_to=Level.MEMBERS)

    assert levels(plain) == (Level.OWNER, Level.OWNER)
    # Nobody has assessed its text yet, which counts as high.
    assert levels(wide) == (Level.MEMBERS, Level.NAMED)
    assert (list(plain.contributors.all()), list(wide.contributors.all())) == ([], [by])
    assert actions(wide) == ["registered"]
