"""What belongs to a record page is read in one query, and is what each relation by itself would give."""

import pytest

from portal.records.registry import kinds
from portal.records.related import read_related
from portal.records.stored_rows import LANGUAGES, TAGS, rows_of, stored_rows
from portal.taxonomy.tree import held
from tests.core.test_together import values_of
from tests.factories.surroundings import make_full

pytestmark = pytest.mark.django_db
PAGES = [kind for kind in kinds() if kind.is_page]


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: kind.key)
def test_rows_terms_and_tags_are_those_of_the_relations(kind, django_assert_num_queries):
    page = make_full(kind, 3)
    page.tags.add("Schools", "Roads")
    page.save_revision().publish()
    page = kind.model.objects.get(pk=page.pk)
    with held():
        stored_rows(page)
        with django_assert_num_queries(1):
            found = stored_rows(page)

    assert set(rows_of(kind.model)) <= found.keys()
    for name, stored in found.items():
        if name == LANGUAGES:
            assert [(each.language, each.url_path) for each in stored.objects] == [("en", page.url_path)]
            continue
        expected = list(getattr(page, name).all())
        assert sorted(stored.objects, key=_key) == sorted(expected, key=_key)
        if name in rows_of(kind.model):
            assert [values_of(each) for each in stored.objects] == [values_of(each) for each in expected]
            assert len(stored.objects) == 3
    assert {tag.name for tag in found[TAGS].objects} == {"Schools", "Roads"}


def test_the_record_answers_from_what_was_read(django_assert_num_queries):
    page = make_full(PAGES[0], 2)
    page = type(page).objects.get(pk=page.pk)
    read_related(page)

    with django_assert_num_queries(0):
        for name in (*rows_of(type(page)), "sectors", "countries", TAGS):
            list(getattr(page, name).all())


def _key(each):
    return each.pk
