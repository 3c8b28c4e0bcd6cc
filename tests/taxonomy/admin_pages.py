"""Pages of the admin of vocabularies: where they are, what they show, what their form sends."""

from html import unescape

from django.urls import get_resolver, reverse


def address(model, view, *args):
    # Wagtail attaches the viewsets when the addresses are first read.
    list(get_resolver().reverse_dict)
    return reverse(model.snippet_viewset.get_url_name(view), args=args)


def page(client, *where, **query):
    response = client.get(address(*where), query)
    assert response.status_code == 200
    return unescape(response.content.decode())


def posted(term, **changes):
    """What the form of a sector or data kind sends."""
    names = ("label_en", "label_fr", "label_ar", "key", "description", "sort_order", "source", "uri")
    return {name: getattr(term, name) for name in names} | {"parent": "", "valid_until": ""} | changes
