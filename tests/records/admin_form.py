"""The admin's forms as a browser sends them: what the page shows, changed by what somebody types."""

from html.parser import HTMLParser

from django.urls import reverse

CHECKED = {"consent": "on", "sensitivity": "on", "sources": "on"}
"""What a reviewer ticks before an entry is approved."""


class FormReader(HTMLParser):
    """The values of all fields of a page, as they would be sent unchanged."""

    def __init__(self):
        super().__init__()
        self.values = {}
        self._select = self._textarea = None
        self._template = 0

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        name = attrs.get("name")
        if tag == "template":
            self._template += 1
        elif self._template:
            return
        elif tag == "input" and name:
            self._input(name, attrs)
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in attrs:
            self.values.setdefault(self._select, []).append(attrs.get("value", ""))
        elif tag == "textarea" and name:
            self._textarea = name
            self.values[name] = [""]

    def _input(self, name, attrs):
        kind = attrs.get("type", "text")
        if kind in ("checkbox", "radio"):
            if "checked" in attrs:
                self.values.setdefault(name, []).append(attrs.get("value", "on"))
        elif kind not in ("submit", "button", "search"):
            self.values.setdefault(name, []).append(attrs.get("value") or "")

    def handle_endtag(self, tag):
        if tag == "template":
            self._template -= 1
        elif tag == "select":
            self._select = None
        elif tag == "textarea":
            self._textarea = None

    def handle_data(self, data):
        if self._textarea and not self._template:
            # HTML drops the first line break of a textarea.
            self.values[self._textarea][0] += data.removeprefix("\n").removeprefix("\r\n")


def shown(response):
    """The fields of a page of the admin: a dictionary of lists."""
    assert response.status_code == 200, response.status_code
    reader = FormReader()
    reader.feed(response.content.decode())
    return reader.values


def rows(relation, *new, existing=0):
    """The fields of new rows of a formset, behind the existing ones."""
    data = {f"{relation}-TOTAL_FORMS": existing + len(new), f"{relation}-INITIAL_FORMS": existing}
    for number, row in enumerate(new, existing):
        data |= {f"{relation}-{number}-{name}": value for name, value in row.items()}
        data |= {f"{relation}-{number}-ORDER": number + 1, f"{relation}-{number}-DELETE": ""}
    return data


def send(client, url, action="", **typed):
    """Opens the form at `url`, types, and presses the button `action` ("" saves the draft)."""
    data = shown(client.get(url)) | typed
    if action:
        data[action] = "yes"
    return client.post(url, data)


def add_url(model, index):
    return reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, index.pk])


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])
