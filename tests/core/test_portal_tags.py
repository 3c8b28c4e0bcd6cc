"""Tags and filters of the builtin library, rendered as templates use them."""

from datetime import UTC, date, datetime

import pytest
from django.template import engines
from django.test import RequestFactory
from django.utils import timezone
from django.utils.translation import override

from portal.core.templatetags.portal import day_in_mail

DJANGO = engines["django"]


def rendered(source, request=None, **context):
    return DJANGO.from_string(source).render(context, request)


def test_icon_is_hidden_beside_its_word_and_named_when_it_stands_alone():
    assert 'aria-hidden="true"' in rendered('{% icon "check" %}')
    assert 'role="img" aria-label="to"' in rendered('{% icon "arrow" "to" %}')


def test_an_arrow_turns_with_the_direction_of_the_page():
    assert 'class="icon icon-flip"' in rendered('{% icon "arrow" %}')
    assert 'class="icon"' in rendered('{% icon "check" %}')


@pytest.mark.parametrize(("language", "name"), [("en", "French"), ("fr", "français"), ("ar", "الفرنسية")])
def test_languages_are_named_as_inside_a_sentence(language, name):
    with override(language):
        assert rendered("{{ code|language_name }}", code="fr") == name


def test_codes_keep_their_direction_and_are_escaped():
    assert rendered("{{ code|ltr }}", code="<CS>") == '<bdi dir="ltr">&lt;CS&gt;</bdi>'
    assert rendered("{{ code|ltr }}", code="") == ""


@pytest.mark.parametrize(("language", "text"), [("en", "12,480"), ("fr", "12\u202f480")])
def test_numbers_are_grouped_as_the_language_does(language, text):
    with override(language):
        assert rendered("{{ count|number }}", count=12480).replace("\xa0", "\u202f") == text


def test_no_number_is_nothing():
    assert rendered("{{ count|number }}", count=None) == ""


def test_days_and_months_are_words_for_people_and_dates_for_programs():
    assert rendered("{{ on|day }}", on=date(2026, 3, 4)) == '<time datetime="2026-03-04">4 March 2026</time>'
    assert rendered("{{ on|month }}", on=date(2026, 3, 4)) == '<time datetime="2026-03-04">March 2026</time>'
    assert rendered("{{ at|day }}", at=datetime(2026, 3, 4, 23, tzinfo=UTC)).startswith('<time datetime="2026-03-04">')
    assert rendered("{{ on|day }}", on=None) == ""


@pytest.mark.parametrize(
    ("share", "css"), [(0, ""), (None, ""), (1, "w5"), (5, "w5"), (6, "w10"), (100, "w100"), (130, "w100")]
)
def test_bars_are_classes_in_steps_of_five(share, css):
    assert rendered("{{ share|bar }}", share=share) == css


def test_names_are_listed_and_escaped():
    assert rendered("{{ names|listed }}", names=["a", "", "<b>"]) == "a, &lt;b&gt;"
    assert rendered("{{ names|listed }}", names="one") == "one"


def test_only_lists_are_rows():
    assert rendered("{% for row in value|rows %}[{{ row }}]{% endfor %}", value=("a", "b")) == "[a][b]"
    assert rendered("{% for row in value|rows %}[{{ row }}]{% endfor %}", value="ab") == ""


def test_only_text_in_another_language_says_its_language():
    assert rendered("<p{% language_of code %}>", code="ar") == '<p lang="ar" dir="rtl">'
    assert rendered("<p{% language_of code %}>", code="en") == "<p>"
    assert rendered("<p{% language_of code %}>", code="") == "<p>"
    with override("ar"):
        assert rendered("<p{% language_of code %}>", code="en") == '<p lang="en" dir="ltr">'


def test_a_form_carries_the_chosen_filters_but_not_its_own_field_nor_the_page():
    request = RequestFactory().get("/", {"q": "x", "country": ["eth", '"'], "page": "3", "tag": ""})

    html = rendered('{% carried "q" %}', request)

    assert html == (
        '<input type="hidden" name="country" value="eth"><input type="hidden" name="country" value="&quot;">'
    )


def test_without_a_request_nothing_is_carried():
    assert rendered('{% carried "q" %}') == ""


@pytest.mark.parametrize(("language", "words"), [("en", "4 March 2026"), ("fr", "4 mars 2026")])
def test_a_mail_says_a_day_in_words(language, words):
    with override(language):
        assert day_in_mail("2026-03-04") == words
    assert day_in_mail("") == ""


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2027, 2, 1, tzinfo=UTC), ">31 January 2027<"),
        (datetime(2027, 2, 1, 9, 30, tzinfo=UTC), ">1 February 2027<"),
        (None, ""),
    ],
)
def test_what_ends_at_midnight_ends_with_the_day_before(moment, text):
    with timezone.override("UTC"):
        found = rendered("{{ moment|until }}", moment=moment)
    assert text in found if text else found == ""
