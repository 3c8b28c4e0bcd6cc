"""Parts of pages are rendered once for the same content, and anew for any other."""

from dataclasses import dataclass, field

import pytest
from django.template import Context, Template, TemplateSyntaxError, engines
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy, override

from portal.core import kept_parts
from portal.core.kept_parts import forget, kept_part
from portal.taxonomy.models import Sector


@pytest.fixture(autouse=True)
def empty():
    forget()
    yield
    forget()


@dataclass
class Row:
    title: str
    tags: list = field(default_factory=list)


@dataclass
class OneField:
    title: str


def times_made(*values, name=("row.html", "en")):
    """How often a part is made for these values, one after the other."""
    made = []
    for value in values:
        kept_part(name, {"row": value}, lambda: made.append(1) or mark_safe("<li>"))
    return len(made)


def made_twice_for(one, other):
    return times_made(one, one, other, other) == 2


def test_the_same_content_is_rendered_once_whichever_object_holds_it():
    assert times_made(Row("a", ["b", ("c", None)]), Row("a", ["b", ("c", None)])) == 1
    assert times_made(frozenset("abcdef"), frozenset("fedcba")) == 1
    assert times_made({"a": 1}, {"a": 1}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Row("a"), Row("b")),
        (Row("a", ["b"]), Row("a", ["b", "c"])),
        (Row("a"), OneField("a")),
        ({"a": 1}, {"a": 2}),
        ({"a"}, {"b"}),
        # Equal for Python, other words on a page.
        ("<b>", mark_safe("<b>")),
        (Row("<b>"), Row(mark_safe("<b>"))),
        (True, 1),
        (0, False),
        ([1], (1,)),
    ],
)
def test_other_content_is_rendered_anew(one, other):
    assert made_twice_for(one, other)


def test_each_template_and_language_has_its_own():
    assert times_made("a", name=("row.html", "en")) == 1
    assert times_made("a", name=("row.html", "fr")) == 1
    assert times_made("a", name=("row.html#small", "en")) == 1
    assert times_made("a", name=("row.html", "en")) == 0


def test_words_that_are_translated_late_are_told_apart_by_what_they_say():
    label = gettext_lazy("Search")
    with override("en"):
        assert times_made(label, "Search", label) == 2
    with override("fr"):
        assert times_made(label, label) == 1


def test_what_may_change_behind_its_back_is_rendered_each_time():
    one = Sector(pk=1, label_en="Before")
    other = Sector(pk=1, label_en="After")

    assert one == other
    assert times_made(one, one, other) == 3
    assert times_made(Row("a", [one]), Row("a", [one])) == 2


def test_long_parts_are_not_kept_and_old_ones_make_room(monkeypatch):
    monkeypatch.setattr(kept_parts, "LONGEST", 3)
    assert times_made("a", "a") == 2
    monkeypatch.setattr(kept_parts, "LONGEST", 100)
    monkeypatch.setattr(kept_parts, "MOST", 2)
    assert times_made("a", "b", "c") == 3
    assert times_made("c", "b") == 0
    assert times_made("a") == 1


def rendered(source, **values):
    return Template(source, engine=engines["django"].engine).render(Context(values))


def test_a_kept_part_is_what_an_include_prints():
    links = ("", "", [])
    template = '{%% %s "components/empty.html" with title=title text="b" action_url=url action_label="c" only %%}'
    for title in ("<a>", mark_safe("<a>"), "<a>", links):
        values = {"title": title, "url": "/x/"}

        assert rendered(template % "include_kept", **values) == rendered(template % "include", **values)


def test_who_writes_templates_sees_each_change(settings):
    settings.DEBUG = True
    rendered('{% include_kept "components/empty.html" with title="a" text="b" only %}')

    assert not kept_parts._kept


@pytest.mark.parametrize(
    "source", ['{% include_kept "components/empty.html" with title="a" %}', "{% include_kept name with title=1 only %}"]
)
def test_a_part_is_named_and_gets_only_what_it_is_given(source):
    with pytest.raises(TemplateSyntaxError, match="include_kept"):
        rendered(source, name="components/empty.html")
