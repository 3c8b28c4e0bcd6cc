"""Long lists of boxes: what is ticked stands first, so that it is in sight."""

import re

import pytest

from portal.records.widgets import SearchableCheckboxes

NAMES = [("a", "Area"), ("b", "  Part of it"), ("c", "Camp"), ("d", "Depot")]


@pytest.mark.parametrize(
    ("ticked", "expected"),
    [
        ([], ["Area", "  Part of it", "Camp", "Depot"]),
        (["d"], ["Depot", "Area", "  Part of it", "Camp"]),
        (["d", "b"], ["Part of it", "Depot", "Area", "Camp"]),
    ],
)
def test_what_is_ticked_stands_first_and_the_rest_in_its_order(ticked, expected):
    shown = SearchableCheckboxes(choices=NAMES).render("kinds", ticked)

    assert re.findall(r"<span>(.*?)</span>", shown) == expected
    assert len(re.findall(" checked", shown)) == len(ticked)
