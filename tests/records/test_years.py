"""First and last years, in words and in their order."""

import pytest
from django.core.exceptions import ValidationError

from portal.records.years import require_in_order, years_in_words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (2021, 2021, "2021"),
        (2019, 2021, "2019–2021"),
        (2021, None, "from 2021"),
        (None, 2021, "until 2021"),
        (None, None, ""),
    ],
)
def test_words(first, last, words):
    assert years_in_words(first, last) == words
    require_in_order(first, last)


def test_the_last_year_is_not_before_the_first():
    with pytest.raises(ValidationError, match="before the first, 2021") as raised:
        require_in_order(2021, 2019)

    assert set(raised.value.message_dict) == {"to_year"}
