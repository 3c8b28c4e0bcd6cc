"""A browser without scripts, and a phone with the one of the capture page: pages are read, forms sent as they are."""

import json
import re
from urllib.parse import urlencode, urljoin, urlsplit
from uuid import uuid4

from django.test import Client
from lxml import html

WORD = re.compile(r"\b(?:out|same|minute|act|have|need|idea)\d{4}\b")
"""The one word by which each thing of the workshop is known again."""


class Browser:
    """Somebody's browser; without a user that of somebody without an account."""

    def __init__(self, line, user=None):
        self.line, self.user = line, user
        self.client = Client(enforce_csrf_checks=True)
        if user:
            self.client.force_login(user)

    def open(self, address):
        """The page at an address, or behind a link of a mail."""
        parts = urlsplit(address)
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        return self._page(self.client.get(path), path)

    def send(self, form, press="", file=None, follow=True, **typed):
        """Types into a form, presses the button of that name and value, until an answer comes; the page after it,
        which where it is not to `follow` is not loaded."""
        pairs = form.filled(press, typed)
        answer = self.line.carry(lambda: self._post(form, pairs, file), f"{form.action} [{press}] {typed}")
        if answer.status_code == 302:
            return self.open(urljoin(form.action, answer["Location"])) if follow else None
        return self._page(answer, form.action)

    def _post(self, form, pairs, file):
        if file is not None:
            file[1].seek(0)
            return self.client.post(form.action, {**dict(pairs), file[0]: file[1]})
        body = urlencode(pairs)
        return self.client.post(form.action, body, content_type="application/x-www-form-urlencoded")

    def _page(self, answer, path):
        assert answer.status_code == 200, (answer.status_code, path, answer.content[-3000:].decode(errors="replace"))
        return Page(answer, path)


class Page:
    """What an answer shows."""

    def __init__(self, answer, path):
        self.answer, self.path = answer, path
        self.is_html = answer["Content-Type"].startswith("text/html")
        self.tree = html.fromstring(answer.content.decode()) if self.is_html else None

    @property
    def main(self):
        (main,) = self.tree.xpath("//main")
        return main

    @property
    def text(self):
        return " ".join(self.main.text_content().split())

    @property
    def words(self):
        """The words of the workshop on it, in order, each as often as it stands there."""
        return WORD.findall(self.text)

    def links(self, part=""):
        """The addresses of its links, of those that hold a part."""
        return [href for href in self.main.xpath(".//a/@href") if part in href]

    def link(self, part):
        """The address of the one link that holds this."""
        found = sorted(set(self.links(part)))
        assert len(found) == 1, (part, self.path, found)
        return found[0]

    def form(self, press="", field="", action=""):
        """The first form with a button of that name and value (`do=make`), or with a field of that name; `action` where
        several forms of the page have the same."""
        name, _, value = press.partition("=")
        for form in self.main.xpath(".//form[@action=$action]" if action else ".//form", action=action):
            buttons = form.xpath(".//button[@name=$name and @value=$value]", name=name, value=value)
            if buttons or (not press and (not field or form.xpath(".//*[@name=$name]", name=field))):
                return Form(form, self.path)
        raise AssertionError(f"no form with {press or field or action} on {self.path}: {self.text[:2000]}")


class Form:
    """A form as a page gives it: only what it offers can be chosen, what it holds is sent along."""

    def __init__(self, element, path):
        self.element, self.action = element, urljoin(path, element.get("action") or path)
        assert element.get("method") == "post", self.action

    def filled(self, press, typed):
        """Pairs of names and values, as a browser sends them."""
        for name, value in typed.items():
            self._type(name, value)
        pairs = [(name, value.removeprefix("\n")) for name, value in self.element.form_values()]
        name, _, value = press.partition("=")
        return [*pairs, (name, value)] if press else pairs

    def _type(self, name, value):
        field = self.element.inputs[name]
        if isinstance(value, bool):
            field.checked = value
        elif isinstance(value, list):
            chosen = field.value
            chosen.clear()
            for each in value:
                chosen.add(str(each))
        else:
            field.value = str(value)


class Phone:
    """The script of the capture page: each line gets its key here and waits until the portal says that it has it."""

    def __init__(self, browser, page):
        self.browser, self.waiting = browser, []
        self.form = page.form(field="text")

    def type(self, **said):
        pairs = dict(self.form.filled("", said))
        self.waiting.append({**pairs, "key": str(uuid4()), "revision": "1"})

    def send_all(self):
        """Sends what waits, one after the other."""
        while self.waiting:
            line = self.waiting[0]
            answer = self.browser.line.carry(lambda line=line: self._post(line), f"line {line['text']}")
            assert json.loads(answer.content).get("kept") == line["key"], answer.content
            self.waiting.pop(0)

    def _post(self, line):
        return self.browser.client.post(
            self.form.action, urlencode(line), content_type="application/x-www-form-urlencoded",
            headers={"accept": "application/json"},
        )  # fmt: skip
