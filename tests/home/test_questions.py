"""The page of the six questions: verbatim, each with three rows and the page that answers it whole."""

import pytest
from django.test import Client

from portal.access.enums import Level
from portal.home.questions import QUESTIONS
from portal.taxonomy.models import BarrierKind
from practices.platforms.models import PlatformLimitation
from tests.factories.people import editor
from tests.factories.platforms import make_flow, make_platform
from tests.holdings.holdings import make_holding, step

pytestmark = pytest.mark.django_db


def questions(user=None, prefix=""):
    client = Client()
    if user:
        client.force_login(user)
    return client.get(f"{prefix}/questions/")


def test_all_six_stand_there_word_for_word():
    page = questions().text

    assert [asked.text for asked in QUESTIONS if str(asked.text) not in page] == []


def test_three_rows_of_what_the_reader_may_know_of(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        for number in range(4):
            make_flow(f"Flow {number}")
        make_flow("Hidden", listed_to=Level.OWNER)

    rows = {who: questions(user).context["questions"][0] for who, user in (("visitor", None), ("editor", editor()))}

    assert [len(question.hits) for question in rows.values()] == [3, 3]
    assert [figure.count for figure in rows["visitor"].figures] == [4]
    assert "Hidden" not in {hit.title for hit in rows["visitor"].hits}


def test_limits_of_platforms_are_counted_by_kind_for_who_may_read_them(django_capture_on_commit_callbacks):
    kind = BarrierKind.objects.filter(parent__key="technical").first()
    with django_capture_on_commit_callbacks(execute=True):
        make_platform("Open", limitations=[PlatformLimitation(kind=kind, text="Slow")])
        make_platform("Closed", limitations=[PlatformLimitation(kind=kind, text="Slow")], details_to=Level.OWNER)

    lines = {who: questions(user).context["questions"][3].lines for who, user in ((1, None), (2, editor()))}

    for number, [line] in lines.items():
        assert line.text.endswith(": 1 platform" if number == 1 else ": 2 platforms")
    assert Client().get(lines[1][0].url).context["listing"].total == 1


def test_what_nobody_stated_is_called_a_proposal():
    make_holding(kinds=["hazards"], ladder=[step("public", "exact", "hazards", is_stated=False)])
    imsma = questions().context["questions"][4]

    assert len(imsma.lines) == 3
    assert all(line.text.endswith("(proposal)") for line in imsma.lines)
    assert all("proposal" in figure.label for figure in imsma.figures)


@pytest.mark.parametrize("number", [1, 5])
def test_any_number_of_entries_takes_the_same_queries(django_assert_max_num_queries, number):
    for count in range(number):
        make_flow(f"Flow {count}")
        make_platform(f"Platform {count}")
    questions()
    make_flow("One more")

    with django_assert_max_num_queries(15):
        questions()
