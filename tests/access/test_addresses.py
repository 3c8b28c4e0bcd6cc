from tests.access.addresses import ROWS, named


def test_every_named_address_has_a_row():
    assert set(named()) == set(ROWS)
