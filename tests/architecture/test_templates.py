"""What every template and the style sheet keep to: they compile, obey the policy, and stay small."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template

from portal.records.registry import kinds

FOLDER = settings.BASE_DIR / "templates"
STATIC = settings.BASE_DIR / "portal" / "static" / "portal"
TEMPLATES = sorted(str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*.html"))
PHYSICAL = re.compile(
    r"(?:margin|padding|border)-(?:left|right)\b|[{;\s](?:left|right)\s*:|text-align:\s*(?:left|right)"
)
SIZE_OF_STYLES = 7_000


@pytest.mark.parametrize("name", TEMPLATES)
def test_template_compiles(name):
    get_template(name)


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_inline_style_or_script(name):
    source = (FOLDER / name).read_text()

    assert not re.search(r"\sstyle=|<style|<script(?![^>]*\bsrc=)|\son[a-z]+=", source)


def test_styles_know_no_left_and_right():
    source = (STATIC / "css" / "portal.css").read_text()

    assert PHYSICAL.findall(source) == []


def test_styles_are_small():
    source = (STATIC / "css" / "portal.css").read_bytes()

    assert len(gzip.compress(source, 9)) <= SIZE_OF_STYLES


def test_every_icon_is_drawn():
    drawn = set(re.findall(r'id="([\w-]+)"', (STATIC / "icons.svg").read_text()))
    sources = "".join(Path(FOLDER / name).read_text() for name in TEMPLATES)
    used = set(re.findall(r'{% icon "([\w-]+)"', sources)) | {kind.icon for kind in kinds()}

    assert used - drawn == set()
