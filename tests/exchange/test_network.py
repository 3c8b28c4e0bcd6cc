"""The network: who is joined to whom, through what, for who may see it; and that it stands still."""

from itertools import pairwise

import pytest
from django.test import Client
from django.utils.translation import override

from portal.access.enums import Level
from practices.exchange.drawing import NARROW, WIDE, drawing_of
from practices.exchange.graph import Edge, Graph, Node
from tests.exchange.looking import drawn, look
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.platforms import bridge, make_flow, make_platform


def line_of(count):
    """A graph of nodes in a row, each joined to the next."""
    nodes = [
        Node("organisation", f"o {number:03}", f"Organisation {number}", f"Organisation {number}")
        for number in range(count)
    ]
    edges = [Edge(one.id, two.id, "flow", 1, True) for one, two in pairwise(nodes)]
    return Graph(nodes, edges)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_no_two_nodes_share_a_place_and_all_stand_inside(size):
    drawing = drawing_of(line_of(200), size)

    points = {(each.x, each.y) for each in drawing.nodes}
    assert len(points) == len(drawing.nodes) == size.most
    assert drawing.left_out == 200 - size.most
    assert all(0 < x < size.width and 0 < y < drawing.height for x, y in points)
    assert all(len(line) <= size.letters for each in drawing.nodes for line, _ in each.lines)


def test_names_lie_on_no_other_name():
    drawing = drawing_of(line_of(60), WIDE)
    widest, high = WIDE.letters * 7.2, 50

    for one in drawing.nodes:
        for other in drawing.nodes:
            assert one is other or abs(one.x - other.x) >= widest or abs(one.y - other.y) >= high


def test_the_same_graph_is_drawn_the_same_whatever_the_order_it_came_in():
    graph = line_of(30)
    turned = Graph(graph.nodes, graph.edges[::-1])

    first, second = drawing_of(graph, WIDE), drawing_of(turned, WIDE)

    assert [(each.node.id, each.x, each.y) for each in first.nodes] == [
        (each.node.id, each.x, each.y) for each in second.nodes
    ]


def test_in_arabic_it_is_mirrored():
    drawing = drawing_of(line_of(10), WIDE)
    with override("ar"):
        mirrored = drawing_of(line_of(10), WIDE)

    assert [each.x for each in mirrored.nodes] == [WIDE.width - each.x for each in drawing.nodes]


def test_long_names_are_cut_to_two_lines():
    label = "A very long name of an organisation that nobody could ever print beside others"
    graph = Graph([Node("organisation", "a", label, label), Node("platform", "b", "x" * 80, "")], [])
    graph = Graph(graph.nodes, [Edge("a", "b", "flow", 1, True)])

    lines = [[text for text, _ in each.lines] for each in drawing_of(graph, WIDE).nodes]

    assert lines == [["A very long name of an", "organisation that nobod…"], ["x" * 23 + "…"]]


@pytest.mark.django_db
def test_a_flow_goes_from_who_gives_to_who_takes_and_into_its_platform():
    centre, office = OrganisationFactory(name_en="Centre"), OrganisationFactory(name_en="Office", acronym="OFF")
    make_flow(giver=centre, taker=office)
    make_flow(giver=centre, taker_note="operators", through=make_platform("Register"))
    make_flow(giver=office, taker=centre, two_way=True)
    make_flow(giver=centre)

    assert drawn() == (
        ["Centre", "OFF", "Register", "operators"],
        ["Centre > OFF", "Centre > Register", "OFF > Centre", "Register > operators"],
    )


@pytest.mark.django_db
def test_bridges_join_platforms_in_their_direction():
    other = make_platform("Map")
    make_platform("Register", bridges=[bridge(other, "in")])
    make_platform("Archive", bridges=[bridge(other, "both"), bridge(to_note="paper")])

    assert drawn()[1] == ["Archive > Map", "Map > Archive", "Map > Register"]
    assert {edge.kind for edge, *_ in look().drawings[0].edges} == {"bridge"}
    # They are of no country and of no kind of data.
    make_flow(giver_note="a", taker_note="b")
    assert drawn("data_kind=hazards")[1] == ["a > b"]


@pytest.mark.django_db
def test_through_which_platform_is_told_to_who_may_read_the_flow_and_know_of_the_platform():
    make_flow(giver_note="a", taker_note="b", through=make_platform("Register"), details_to=Level.MEMBERS)
    make_flow(giver_note="c", taker_note="d", through=make_platform("Hidden", listed_to=Level.OWNER))

    assert drawn()[1] == ["a > b", "c > d"]
    assert drawn(user=member_of())[1] == ["Register > b", "a > Register", "c > d"]
    assert drawn(user=editor())[1] == ["Hidden > d", "Register > b", "a > Register", "c > Hidden"]
    assert [row.through for row in look().table.rows] == [None, None]


@pytest.mark.django_db
def test_bridges_of_platforms_that_one_may_not_read_or_to_such_as_one_may_not_know_of_are_not_drawn():
    other, hidden = make_platform("Map"), make_platform("Hidden", listed_to=Level.OWNER)
    make_platform("Card only", bridges=[bridge(other)], details_to=Level.MEMBERS)
    make_platform("Open", bridges=[bridge(hidden)])

    assert drawn() == ([], [])
    assert drawn(user=member_of())[1] == ["Card only > Map"]
    assert drawn(user=editor())[1] == ["Card only > Map", "Open > Hidden"]


@pytest.mark.django_db
def test_a_hidden_flow_moves_nothing():
    for number in range(12):
        make_flow(giver_note=f"a{number}", taker_note=f"b{number % 5}")
    before = Client().get("/exchange/").content
    make_flow("Hidden", giver_note="a1", taker_note="b4", listed_to=Level.OWNER)

    assert Client().get("/exchange/").content == before


@pytest.mark.django_db
def test_the_drawing_is_named_and_says_where_its_words_are(client):
    make_flow(giver=OrganisationFactory(name_en="Centre <x>"), taker_note="operators")

    text = client.get("/exchange/").text

    assert "Centre &lt;x&gt;" in text
    assert "<x>" not in text
    assert 'role="group" aria-labelledby="net-wide netd-wide"' in text
    assert "style=" not in text
