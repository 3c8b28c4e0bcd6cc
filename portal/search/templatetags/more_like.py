"""`{% more_like record connected as more %}`: entries like the one shown, but those it is connected with."""

from django import template

from portal.core.languages import reading_language
from portal.search import alike

register = template.Library()


@register.simple_tag(takes_context=True)
def more_like(context, record, connected):
    """The MoreLikeThis of a Presented record; `connected` is what `connections` gave."""
    shown = {link.end.key for _, links in connected["links"] for link in links}
    texts = (record.title, record.summary)
    return alike.more_like(record.key, texts, context["request"].user, reading_language(), without=shown)
