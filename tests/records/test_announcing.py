"""What changes a record is announced in the transaction of the change, so that search never says otherwise."""

import pytest
from wagtail.models import Page

from case_studies.models import CaseStudyIndexPage, CaseStudyPage
from portal.access import changes
from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.access.services import withdraw_record
from tests.factories.people import editor
from tests.factories.records import decide, make_record


class Refused(Exception):
    """What a search index that cannot be written would raise."""


@pytest.fixture
def page(transactional_db):
    return make_record(title="Old words")


@pytest.fixture
def refusing(page):
    """From here on every announcement fails: what was announced inside the change takes the change back."""
    heard = []

    def refuse(keys):
        heard.append(keys)
        raise Refused

    changes.on_change(refuse)
    yield heard
    changes._callbacks.remove(refuse)


def publish(page):
    page.title = "New words"
    revision = page.save_revision()
    revision.publish()


def unpublish(page):
    page.unpublish()


def unpublish_as_a_plain_page(page):
    Page.objects.get(pk=page.pk).unpublish()


def delete(page):
    page.delete()


@pytest.mark.parametrize("change", [publish, unpublish, unpublish_as_a_plain_page, delete])
def test_a_change_that_cannot_be_announced_does_not_happen(page, refusing, change):
    with pytest.raises(Refused):
        change(CaseStudyPage.objects.get(pk=page.pk))

    now = CaseStudyPage.objects.get(pk=page.pk)
    assert (now.title, now.live) == ("Old words", True)
    assert refusing == [{page.key}]


@pytest.fixture
def heard(db):
    keys = []
    changes.on_change(keys.append)
    yield keys
    changes._callbacks.remove(keys.append)


def test_renaming_and_moving_a_list_announces_the_records_below(heard, django_capture_on_commit_callbacks):
    page = make_record()
    index = CaseStudyIndexPage.objects.get(locale__language_code="en")
    heard.clear()

    index.slug = "renamed"
    with django_capture_on_commit_callbacks(execute=True):
        index.save()
    renamed = [set(keys) for keys in heard]
    heard.clear()
    index.move(CaseStudyIndexPage.objects.get(locale__language_code="fr").get_parent(), pos="last-child")

    assert (renamed, heard) == ([{page.key}], [{page.key}])


def test_a_draft_alone_announces_nothing(heard):
    page = make_record()
    heard.clear()

    page.title = "Words of a draft"
    page.save_revision()

    assert heard == []


@pytest.mark.parametrize(
    ("source", "copied"),
    [
        ((Level.PUBLIC, Level.PUBLIC), (Level.MEMBERS, Level.NAMED)),
        ((Level.MEMBERS, Level.OWNER), (Level.MEMBERS, Level.OWNER)),
        ((Level.OWNER, Level.OWNER), (Level.OWNER, Level.OWNER)),
    ],
)
def test_a_copy_starts_as_its_kind_and_never_wider_than_its_source(db, source, copied):
    page = make_record(title="A case")
    decide(page, listed_to=source[0], details_to=source[1])

    copy = page.copy(update_attrs={"slug": "copy"}, keep_live=False, user=editor())

    assert copy.key != page.key
    assert (copy.identity.listed_to, copy.identity.details_to) == copied
    assert copy.identity.owner is None


def test_a_copy_of_a_withdrawn_record_is_for_editors(db):
    page = make_record(title="A case")
    withdraw_record(identity=page.identity, by=editor())

    copy = page.copy(update_attrs={"slug": "copy"}, keep_live=False, user=editor())

    identity = RecordIdentity.objects.get(pk=copy.key)
    assert (identity.listed_to, identity.details_to, identity.withdrawn_at) == (Level.OWNER, Level.OWNER, None)
