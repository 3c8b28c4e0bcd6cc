import pytest
from django.utils.translation import override

from portal.taxonomy.choosers import TermChoiceField, TermMultipleChoiceField
from portal.taxonomy.models import Country, DataKind, LinkKind, UpdateFrequency, VocabularyVersion
from portal.taxonomy.tree import held, held_while_reading, tree_of
from tests.factories.taxonomy import CountryFactory, DataKindFactory

pytestmark = pytest.mark.django_db


def test_ancestors_come_from_the_broadest_down():
    top = DataKindFactory(key="top")
    middle = DataKindFactory(key="middle", parent=top)
    bottom = DataKindFactory(key="bottom", parent=middle)

    assert [node.key for node in bottom.ancestors()] == ["top", "middle"]
    assert [node.key for node in tree_of(DataKind).descendants(top.pk)] == ["middle", "bottom"]
    with override("fr"):
        assert [node.label for node in bottom.ancestors()] == ["top en français", "middle en français"]


def test_the_order_of_a_tree_puts_narrower_terms_below_their_broader_one():
    order = [(node.key, depth) for node, depth in tree_of(DataKind).in_order][:3]

    assert order == [("hazards", 0), ("suspected_hazardous_area", 1), ("confirmed_hazardous_area", 1)]


@pytest.mark.parametrize(
    "write",
    [
        lambda term: DataKind.objects.filter(pk=term.pk).update(label_en="New"),
        lambda term: (setattr(term, "label_en", "New"), term.save()),
        lambda term: DataKind.objects.bulk_update([_relabelled(term)], ["label_en"]),
    ],
)
def test_a_written_term_renews_the_tree(write):
    term = DataKindFactory(label_en="Old")
    assert tree_of(DataKind).by_pk[term.pk].label == "Old"

    write(term)

    assert tree_of(DataKind).by_pk[term.pk].label == "New"


@pytest.mark.parametrize(
    "delete", [lambda term: term.delete(), lambda term: DataKind.objects.filter(pk=term.pk).delete()]
)
def test_a_deleted_term_leaves_the_tree(delete):
    term = DataKindFactory(key="gone")
    assert "gone" in tree_of(DataKind).by_key

    delete(term)

    assert "gone" not in tree_of(DataKind).by_key


def test_a_batch_asks_once(django_assert_num_queries):
    kinds = list(DataKind.objects.filter(parent__isnull=False))
    tree_of(DataKind)

    with django_assert_num_queries(1), held():
        assert {len(kind.ancestors()) for kind in kinds} == {1}


def test_only_a_page_that_is_read_holds_the_trees(rf):
    def terms_added(request):
        before = len(tree_of(DataKind).by_pk)
        DataKindFactory()
        return len(tree_of(DataKind).by_pk) - before

    assert [held_while_reading(terms_added)(rf.generic(method, "/")) for method in ("GET", "POST")] == [0, 1]


def test_a_node_falls_back_to_english():
    term = DataKindFactory(label_en="Only English", label_fr="")

    with override("fr"):
        assert tree_of(DataKind).by_pk[term.pk].label == "Only English"
        assert term.label == "Only English"


def test_countries_are_found_by_more_names_than_are_displayed():
    country = Country.objects.get(key="syr")

    assert country.label == "Syrian Arab Republic"
    assert {"Syria", "Syrian Arab Republic"} <= set(country.search_labels)
    assert "Syria" not in country.labels
    assert CountryFactory(key="xxa").ancestors() == []


def test_a_field_offers_valid_terms_as_a_tree():
    DataKind.objects.update(valid_until="2020-01-01")
    top = DataKindFactory(key="top")
    below = DataKindFactory(key="below", parent=top)

    by_pk = TermChoiceField(DataKind, empty_label="Any")
    by_key = TermMultipleChoiceField(DataKind, to_field_name="key")

    assert list(by_pk.choices) == [("", "Any"), (top.pk, "top in English"), (below.pk, "\u2003below in English")]
    assert list(by_key.choices) == [("top", "top in English"), ("below", "\u2003below in English")]
    assert by_pk.clean(str(below.pk)) == below
    assert set(by_key.clean(["top", "below"])) == {top, below}


def test_every_write_gives_a_new_version():
    before = VocabularyVersion.objects.get()
    DataKindFactory()

    assert str(VocabularyVersion.objects.get()) != str(before)


def test_a_column_of_the_file_says_yes_or_not():
    assert UpdateFrequency.objects.get(key="live").flag("in_hdx_form") is True
    assert UpdateFrequency.objects.get(key="live").flag("days") is False


def test_a_link_kind_is_said_from_the_other_end():
    kind = LinkKind.objects.get(key="documents")

    assert (kind.label, kind.inverse_label) == ("documents", "is documented by")
    with override("fr"):
        assert (kind.label, kind.inverse_label) == ("documente", "est documenté par")


def _relabelled(term):
    term.label_en = "New"
    return term
