"""Rich text in files: which tags it may have, and links to entries by their codes, which are the same everywhere."""

import re
from html.parser import HTMLParser

from django.utils.translation import gettext as _
from wagtail.whitelist import check_url

from portal.transfer.bringing.wrong import Refused

BEGINS = re.compile(r"<(?:p|ul|ol|h[2-4])[ >]")
TAGS = {"p", "br", "b", "strong", "i", "em", "ul", "ol", "li", "a", "h2", "h3", "h4"}
IN_PLAIN = re.compile(r"\[(?P<words>[^\]\n]{1,500})\]\((?P<kind>page|document):(?P<pk>\d{1,12})\)")
IN_RICH = re.compile(r'<a linktype="(?P<kind>page|document)" id="(?P<pk>\d{1,12})">(?P<words>.*?)</a>', re.DOTALL)
CODED = re.compile(r'(?P<plain>\]\(entry:(?P<one>[A-Z]+-\w+)\))|linktype="entry" id="(?P<other>[A-Z]+-\w+)"')
PAGES = re.compile(r'page:(\d{1,12})|linktype="page" id="(\d{1,12})"')


def is_rich(text):
    """Whether a cell is to be read as rich text and not as plain lines."""
    return bool(BEGINS.match(text)) and text.endswith(">")


def with_codes(text, known):
    """Links to entries by code; of those that lead to a file, or to what has no code for who asks, only the words."""

    def in_plain(match):
        code = _code(match, known)
        return f"[{match['words']}](entry:{code})" if code else match["words"]

    def in_rich(match):
        code = _code(match, known)
        return f'<a linktype="entry" id="{code}">{match["words"]}</a>' if code else match["words"]

    return IN_RICH.sub(in_rich, IN_PLAIN.sub(in_plain, text))


def with_pages(text, known):
    """The same with the numbers of pages again; what has no page here stays as it is written."""

    def page(match):
        code = match["one"] or match["other"]
        pk = known.page_of(code)
        if pk is None:
            return match[0]
        return f"](page:{pk})" if match["plain"] else f'linktype="page" id="{pk}"'

    return CODED.sub(page, text)


def inside_links(text):
    """A rich text with all links to pages that a text has: what `as_rich` may keep."""
    pks = {one or other for one, other in PAGES.findall(text)}
    return "".join(f'<a linktype="page" id="{pk}">x</a>' for pk in sorted(pks))


def require_rich(text):
    """Raises Refused for tags and attributes that no text of the story has."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    if reader.wrong:
        raise Refused(_("This tag is not allowed: %s.") % reader.wrong, _("Write plain lines."))


def _code(match, known):
    return known.code_of_page(int(match["pk"])) if match["kind"] == "page" else ""


class _Reader(HTMLParser):
    """Finds the first tag that is not allowed."""

    wrong = ""

    def handle_starttag(self, tag, attrs):
        if not self.wrong and not _is_allowed(tag, dict(attrs)):
            self.wrong = f"<{tag}>"

    def handle_comment(self, data):
        self.wrong = self.wrong or "<!-- -->"

    def handle_decl(self, decl):
        self.wrong = self.wrong or "<!>"

    unknown_decl = handle_pi = handle_decl


def _is_allowed(tag, attrs):
    if tag == "a":
        if attrs.keys() == {"href"}:
            return bool(check_url(attrs["href"] or "")) and not (attrs["href"] or "").startswith("//")
        return attrs.keys() == {"linktype", "id"} and attrs["linktype"] == "entry"
    return tag in TAGS and not attrs.keys() - {"data-block-key"}
