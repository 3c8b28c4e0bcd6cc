"""A term that is replaced stays, says by which, and gives its place in the tree to that one."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.text import slugify
from wagtail.log_actions import registry as logs

from case_studies.models import CaseStudyPage
from portal.taxonomy.errors import CannotReplace
from portal.taxonomy.models import DataKind, OrganisationType, Sector, Sensitivity
from portal.taxonomy.services import replace_term
from portal.taxonomy.signals import terms_changed
from portal.users.models import User
from tests.factories.people import editor
from tests.factories.records import make_record
from tests.factories.taxonomy import DataKindFactory, SectorFactory
from tests.taxonomy.found import pks

pytestmark = pytest.mark.django_db


def test_the_old_term_stays_and_says_what_replaced_it():
    old, new = SectorFactory(), SectorFactory()
    user = User.objects.create_superuser("administrator@example.org")

    replace_term(term=old, by_term=new, by=user)

    old = Sector.objects.get(pk=old.pk)
    assert (old.valid_until, old.replaced_by) == (timezone.localdate() - timedelta(days=1), new)
    assert old not in Sector.objects.current()
    entry = logs.get_logs_for_instance(old).get()
    assert (entry.action, entry.user, entry.data) == ("taxonomy.replace", user, {"by": new.key, "count": 0})


def test_narrower_terms_move_below_the_new_one():
    old, new = DataKindFactory(), DataKindFactory()
    child = DataKindFactory(parent=old)

    replace_term(term=old, by_term=new)

    child.refresh_from_db()
    assert child.parent == new


def test_a_narrower_term_can_take_the_place_of_its_broader_one():
    top = DataKindFactory(key="top")
    old = DataKindFactory(key="old", parent=top)
    between = DataKindFactory(key="between", parent=old)
    new = DataKindFactory(key="new", parent=between)

    replace_term(term=old, by_term=new)

    assert [node.key for node in DataKind.objects.get(key="between").ancestors()] == ["top", "new"]


def test_a_chain_of_replacements_ends_at_the_last():
    first, second, third = SectorFactory(), SectorFactory(), SectorFactory()

    replace_term(term=first, by_term=second)
    replace_term(term=second, by_term=third)

    first.refresh_from_db()
    assert first.replaced_by == third


@pytest.mark.parametrize(
    ("term", "by_term", "sentence"),
    [
        (SectorFactory, DataKindFactory, "Choose another term of the same vocabulary."),
        (lambda: Sector.objects.get(key="education"), lambda: Sector.objects.get(key="education"), "Choose another"),
        (
            lambda: Sensitivity.objects.get(key="low"),
            lambda: Sensitivity.objects.get(key="high"),
            "relies on this term",
        ),
        (lambda: SectorFactory(replaced_by=SectorFactory(label_en="Ours")), SectorFactory, "already, by “Ours”"),
        (SectorFactory, lambda: SectorFactory(label_en="Past", valid_until=date(2020, 1, 1)), "“Past” is no longer"),
    ],
)
def test_what_cannot_be_replaced_is_refused_with_a_sentence(term, by_term, sentence):
    with pytest.raises(CannotReplace, match=sentence):
        replace_term(term=term(), by_term=by_term())


def test_an_editor_replaces_no_kind_of_authority_by_one_of_something_else():
    names = ("regional authority", "regional body", "regional board")
    flags = ({"is_authority": "yes"}, {"is_authority": "no"}, {"is_authority": "yes"})
    authority, body, board = (
        OrganisationType.objects.create(key=slugify(name), label_en=name, attributes=flag)
        for name, flag in zip(names, flags, strict=True)
    )

    with pytest.raises(CannotReplace, match="Only administrators"):
        replace_term(term=authority, by_term=body, by=editor())
    replace_term(term=authority, by_term=board, by=editor())
    replace_term(term=board, by_term=body, by=User.objects.create_superuser("administrator@example.org"))


def test_a_refusal_leaves_everything_as_it_was(told):
    old, new = SectorFactory(), SectorFactory()
    page = make_record(sectors=[old])

    def refuse(**_payload):
        raise RuntimeError("search could not follow")

    terms_changed.connect(refuse)
    try:
        with pytest.raises(RuntimeError):
            replace_term(term=old, by_term=new)
    finally:
        terms_changed.disconnect(refuse)

    assert pks(CaseStudyPage.objects.get(pk=page.pk).sectors.all()) == {old.pk}
    assert Sector.objects.get(pk=old.pk).replaced_by is None
