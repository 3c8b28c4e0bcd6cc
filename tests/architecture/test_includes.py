"""Templates stand together as apps do: a feature's own, and what all share; rich text goes through one tag."""

import re
from pathlib import Path

import pytest
from django.conf import settings

FOLDER = Path(settings.BASE_DIR) / "templates"
TEMPLATES = {str(path.relative_to(FOLDER)): path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.html")}
SHARED = {"base.html", "layouts", "components", "blocks"}
# Made for its own templates by somebody else; they keep to the names that allauth and Wagtail give.
FOREIGN = {"allauth", "wagtailadmin", "account", "mfa", "usersessions"}
WRITTEN_IN_CODE = ("{{ field.help_text|safe }}",)
"""Django's own forms print lists in their help: https://docs.djangoproject.com/en/6.1/ref/forms/fields/#help-text"""
NAMED = re.compile(r"{%\s*(include(?:_kept)?|extends)\s+\"([^\"#]+)(#[\w-]+)?\"(.*?)%}", re.DOTALL)
UNNAMED = re.compile(r"{%\s*(?:include(?:_kept)?|extends)\s+(?!\")(\S+)")


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_a_template_includes_only_its_own_and_shared_parts(name):
    own = name.split("/")[0]
    used = {match[1].split("/")[0] for match in NAMED.findall(TEMPLATES[name])}
    allowed = SHARED | {own} if own in SHARED else SHARED | {own} | FOREIGN & {own}

    assert used - allowed - ({"wagtailadmin", "wagtailsnippets", "django"} if _is_admin(name) else set()) == set()
    assert own in FOREIGN or UNNAMED.findall(TEMPLATES[name]) == []


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_a_part_gets_only_what_it_is_given(name):
    if name.split("/")[0] in FOREIGN or _is_admin(name):
        return
    open_ones = [
        match[1] for match in NAMED.findall(TEMPLATES[name]) if match[0] != "extends" and not _is_only(match[3])
    ]

    assert open_ones == []


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_rich_text_is_printed_by_one_tag(name):
    """`{% prose %}` asks for every link; nothing else may print what somebody wrote as it stands."""
    source = TEMPLATES[name]
    for text in WRITTEN_IN_CODE:
        source = source.replace(text, "")

    assert re.findall(r"\|\s*(?:richtext|safe|safeseq)\b|autoescape\s+off|{%\s*include_block", source) == []


def _is_only(rest):
    return rest.split()[-1:] == ["only"]


def _is_admin(name):
    return "/admin/" in name or '{% extends "wagtail' in TEMPLATES[name]
