from portal.taxonomy.models import Country, Sector
from practices.models import PracticePage
from tests.engines.conftest import counts, find, titles
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record


def country(key):
    return Country.objects.get(key=key)


def three():
    one, two = Sector.objects.filter(parent=None)[:2]
    make_record(title="A", countries=[country("nga")], sectors=[one])
    make_record(title="B", countries=[country("nga"), country("ukr")], sectors=[two])
    make_record(PracticePage, title="C", countries=[country("ukr")], sectors=[two])
    return one, two


def test_any_of_one_facet_all_of_several_none_of_excluded():
    _one, two = three()

    assert titles("country=nga&country=ukr&sort=title") == ["A", "B", "C"]
    assert titles(f"country=nga&sector={two.key}") == ["B"]
    assert titles(f"sector!={two.key}") == ["A"]
    assert titles("kind=practice") == ["C"]
    assert titles("country=ukr", kind="case_study") == ["B"]
    assert titles("", kind="practice") == ["C"]
    assert titles("country=ukr&sort=title", country="nga") == ["B"]


def test_counts_are_of_the_hits_with_a_facets_own_filter_lifted():
    one, two = three()

    whole = find()
    assert counts(whole, "country") == {"nga": 2, "ukr": 2}
    assert counts(whole, "kind") == {"case_study": 2, "practice": 1}
    filtered = find(f"country=nga&sector={two.key}")
    assert counts(filtered, "country") == {"nga": 1, "ukr": 2}
    assert counts(filtered, "sector") == {one.key: 1, two.key: 1}
    assert counts(filtered, "kind") == {"case_study": 1}
    one_kind = find("kind=practice")
    assert counts(one_kind, "kind") == {"case_study": 2, "practice": 1}
    assert counts(one_kind, "country") == {"ukr": 1}
    assert (one_kind.total, counts(find("", kind="practice"), "country")) == (1, {"ukr": 1})


def test_a_term_counts_for_its_broader_terms():
    child = Sector.objects.exclude(parent=None).first()
    make_record(title="A", sectors=[child])

    assert counts(find(), "sector") == {child.key: 1, child.parent.key: 1}
    assert titles(f"sector={child.parent.key}") == ["A"]


def test_a_facet_of_the_details_tells_only_who_may_read_them():
    organisation = OrganisationFactory()
    page = make_record(title="Alpha", tags=["secretive"])
    make_record(title="Beta", tags=["open"])
    decide(page, listed_to="public", details_to="named_organisations", owner=organisation)

    def tags(parameters, user):
        return counts(find(parameters, user), "tag")

    def cases(parameters, user):
        return titles(f"{parameters}&sort=title", user, kind="case_study")

    for user in (None, member_of(OrganisationFactory())):
        assert tags("", user) == tags("q=alpha beta", user) == tags("kind=case_study", user) == {"open": 1}
        unknown = find("tag=secretive", user, kind="case_study")
        assert (unknown.total, len(unknown.notices)) == (2, 1)
        assert cases("tag!=secretive", user) == ["Alpha", "Beta"]
    for user in (member_of(organisation), editor()):
        assert (
            tags("", user) == tags("q=alpha beta", user) == tags("kind=case_study", user) == {"open": 1, "secretive": 1}
        )
        assert cases("tag=secretive", user) == ["Alpha"]
        assert cases("tag!=secretive", user) == ["Beta"]


def test_a_value_of_hidden_records_is_answered_as_one_that_does_not_exist():
    make_record(title="A")
    make_record(title="B", listed_to="members", countries=[country("nga")])

    hidden, absent = find("country=nga"), find("country=zzz")
    assert [notice.replace("nga", "zzz") for notice in hidden.notices] == absent.notices
    assert (titles("country=nga"), titles("country=nga", member_of())) == (["A"], ["B"])


def test_a_chosen_value_without_hits_is_still_shown():
    three()

    result = find("q=zeppelin&country=nga")

    assert counts(result, "country") == {"nga": 0}


def test_years():
    make_record(title="A", from_year=2015, to_year=2018)
    make_record(title="B", from_year=2019)
    make_record(title="C")

    assert titles("from=2018&sort=title") == ["A", "B"]
    assert titles("to=2018-06-30&from=2010") == ["A"]
    assert titles("from=2019&to=2019") == ["B"]
    assert len(find("from=soon").notices) == 1
