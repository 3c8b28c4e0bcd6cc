"""Each text of a holding and of a need, a word of its own: the card tells those of the card, the page all of them."""

import pytest

from portal.access.enums import Level, Zone
from portal.records.registry import kind
from tests.access.canaries import SHAPE, Canaries
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["holding", "need"])
def canaries_of(request):
    """A published page of the kind, the address of its list, and its tokens."""
    canaries, its = Canaries(), kind(request.param)
    values = canaries.values(its, "one", {"organisation": OrganisationFactory()})
    tags = values.pop("tags")
    page = make_record(its.model, publish=False, listed_to=Level.PUBLIC, details_to=Level.MEMBERS, **values)
    page.tags.add(*tags)
    page.save_revision().publish()
    return page, f"/{its.index_path}/", canaries.tokens


def seen(response, tokens):
    return {tokens[found].field for found in map(str.lower, SHAPE.findall(response.text)) if found in tokens}


def of(tokens, *zones):
    return {token.field for token in tokens.values() if token.zone in zones}


def test_card_and_list_show_nothing_of_the_details(client, canaries_of):
    page, its_list, tokens = canaries_of

    shown = seen(client.get(page.url), tokens) | seen(client.get(its_list), tokens)

    assert shown == of(tokens, Zone.CARD)


def test_a_reader_of_the_details_sees_every_word(client, canaries_of):
    page, _, tokens = canaries_of
    client.force_login(member_of())

    assert of(tokens, Zone.CARD, Zone.DETAILS) - seen(client.get(page.url), tokens) == set()


def test_words_of_the_details_are_found_by_who_may_read_them(client, canaries_of):
    page, _, tokens = canaries_of
    found = [token.text for token in tokens.values() if token.is_found and token.zone is Zone.DETAILS]
    url = "/search/?q={}"

    assert [text for text in found if page.title in client.get(url.format(text)).text] == []
    client.force_login(member_of())
    assert [text for text in found if page.title not in client.get(url.format(text)).text] == []


def test_the_form_of_the_admin_opens(client, canaries_of):
    page, *_ = canaries_of
    client.force_login(editor())

    assert client.get(f"/admin/pages/{page.pk}/edit/").status_code == 200
