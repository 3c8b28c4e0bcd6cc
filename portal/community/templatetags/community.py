"""What signed-in people of the community find on pages beside the records: buttons, the way to keep a search."""

from collections import Counter

from django import template
from django.db.models import Value

from portal.access.readers import takes_part
from portal.community.feeds import feed_url
from portal.community.models import Follow, Question
from portal.community.saved import kept_parameters, kind_of_list
from portal.core.languages import without_prefix

register = template.Library()


@register.inclusion_tag("community/buttons.html", takes_context=True)
def community_buttons(context, key, code, may_read):
    """Follow an entry, and its discussion for who may read its details. Nothing for visitors, whose pages are the same
    for all and hold no token, and nothing in previews."""
    request = context["request"]
    if not takes_part(request.user) or getattr(request, "is_preview", False):
        return {}
    found, token = _counted(request.user, key), context.get("csrf_token")
    asked = found["asked"] if may_read else 0
    return {"code": code, "is_followed": found["followed"], "may_read": may_read, "asked": asked, "csrf_token": token}


def _counted(user, key):
    """How many questions are asked about an entry, and whether this person follows it, in one query."""
    followed = Follow.objects.filter(user=user, identity=key).values_list(Value("followed"))
    asked = Question.objects.filter(identity=key).values_list(Value("asked"))
    return Counter(what for (what,) in followed.union(asked, all=True))


@register.simple_tag(takes_context=True)
def keep_search_url(context):
    """The address where the search of this page is kept; "" for visitors and where no such list is."""
    request = context["request"]
    name = without_prefix(request.path).strip("/")
    kind, kept = kind_of_list(name), kept_parameters(request.GET)
    if kind is None or not (kind or kept) or not takes_part(request.user):
        return ""
    return f"?{kept}{'&' if kept else ''}list={name}"


@register.simple_tag
def feed_of(search):
    """The address of the feed of a SavedSearch; "" where it has none."""
    return feed_url(search)
