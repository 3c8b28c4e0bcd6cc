"""What a question answers when it is switched to "everything"."""

import pytest

from portal.access.enums import Action, Level
from portal.access.models import RecordIdentity
from portal.access.policy import can
from portal.access.queries import visible_to
from portal.directory.models import Organisation
from portal.records.models import RecordPage
from portal.search import audience
from tests.factories.people import OrganisationFactory
from tests.factories.records import make_record
from tests.mutants.switch import SWITCH, ask

pytestmark = pytest.mark.django_db
VISITOR = None


@pytest.fixture
def hidden():
    return make_record(title="Hidden", listed_to=Level.OWNER)


def answers(question, *args):
    """What it answers as it is, and switched; both times it was asked."""
    found = []
    for places in ((), ("here",)):
        with SWITCH.turned(*places):
            found.append(ask("here", question, *args))
            assert SWITCH.asked == {"here"}
    assert SWITCH.on == frozenset()
    return found


def test_yes_where_one_record_is_asked_about(hidden):
    assert answers(can, VISITOR, Action.KNOW, hidden) == [False, True]


def test_every_row_where_many_are(hidden):
    asked, switched = answers(RecordIdentity.objects.filter(pk=hidden.key).visible_to, VISITOR)

    assert (list(asked), list(switched)) == ([], [hidden.identity])


def test_what_its_other_filters_leave(hidden):
    make_record(title="Draft", publish=False)

    asked, switched = answers(RecordPage.objects.visible_to, VISITOR)

    assert ([page.title for page in asked], [page.title for page in switched]) == ([], ["Hidden"])


def test_every_row_of_what_is_found_by_key():
    organisation = OrganisationFactory()
    RecordIdentity.objects.filter(pk=organisation.key).update(listed_to=Level.OWNER, details_to=Level.OWNER)

    asked, switched = answers(visible_to, Organisation.objects.filter(pk=organisation.pk), VISITOR)

    assert (list(asked), list(switched)) == ([], [organisation])


def test_the_whole_scope_in_search():
    asked, switched = answers(audience.visible_to, VISITOR)

    assert asked != switched == audience.Scope.everything()


def test_other_places_answer_as_ever(hidden):
    with SWITCH.turned("elsewhere"):
        assert ask("here", can, VISITOR, Action.KNOW, hidden) is False


def test_a_mistake_of_ours_is_no_noticed_mutant(monkeypatch):
    monkeypatch.setattr(SWITCH, "broken", None)

    with pytest.raises(TypeError), SWITCH.turned("here"):
        ask("here", visible_to, None, None, None, None)

    assert isinstance(SWITCH.broken, TypeError)
