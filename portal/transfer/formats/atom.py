"""The newest of a list as an Atom feed (RFC 4287): what their cards say, and no word of their details."""

from datetime import UTC, datetime, time
from html import escape
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from portal.core.languages import reading_language
from portal.search.analysis import clean

from .notices import notices_of, say

NEWEST = 50
SINCE = 2026
"""The year in ids (RFC 4151): that in which the portal began to give them, for ever."""
EMPTY = datetime(SINCE, 1, 1, tzinfo=UTC)


def answer(request, source, page=None):
    """The feed: for visitors kept as pages are, since it is one text and not a stream. `page` is the path of what it
    belongs to, by default that of its list."""
    result = source.newest(NEWEST)
    notices = notices_of(result)
    page = _absolute(page or request.get_full_path().replace(f"{source.name}.atom", f"{source.name}/", 1))
    here = _absolute(request.get_full_path())
    feed = Feed(
        title=f"{source.title} · {_(settings.WAGTAIL_SITE_NAME)}", link=page, description=None, feed_url=here,
        feed_guid=here, language=reading_language(), author_name=_(settings.WAGTAIL_SITE_NAME),
        subtitle=clean(" ".join(notices)) or None,
    )  # fmt: skip
    for entry in source.entries(result.hits):
        feed.add_item(**_item(entry))
    response = HttpResponse(feed.writeString("utf-8"), content_type=Feed.content_type)
    say(response, notices)
    return response


def _item(entry):
    fictional = [_("Fictional example")] if entry.is_demo else []
    return {
        "title": clean(entry.title),
        "link": _absolute(entry.url),
        # Feeds of Django hold HTML in summaries.
        "description": escape(clean(entry.summary)) or None,
        "unique_id": f"tag:{urlsplit(settings.SITE_URL).hostname},{SINCE}:{entry.code}",
        "updateddate": datetime.combine(entry.updated, time(), UTC),
        "categories": [entry.kind_label, *fictional],
        "item_copyright": clean(entry.licence) or None,
        "lang": entry.lang,
    }


def _absolute(path):
    return settings.SITE_URL + path


class Feed(Atom1Feed):
    """Says the language of each entry, and stays the same while nothing in it changes."""

    def item_attributes(self, item):
        return {"xml:lang": item["lang"]}

    def latest_post_date(self):
        return max((item["updateddate"] for item in self.items), default=EMPTY)
