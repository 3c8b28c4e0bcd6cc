"""What a page says in its own language: the words between its tags, and those of labels that are only heard."""

from html.parser import HTMLParser

HEARD = ("alt", "aria-label", "placeholder", "title")
WITHOUT_END = {"br", "hr", "img", "input", "link", "meta", "path", "use", "wbr"}
SILENT = {"script", "style"}


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open = [("", "")]
        self.texts = []

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        language = attributes.get("lang") or self.open[-1][1]
        heard = [attributes.get(name) for name in HEARD]
        if attributes.get("name") == "description":
            heard.append(attributes.get("content"))
        for text in filter(None, heard):
            self._keep(text, language)
        if tag not in WITHOUT_END:
            self.open.append((tag, language))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        places = [place for place, (name, _) in enumerate(self.open) if name == tag]
        if places:
            del self.open[places[-1] :]

    def handle_data(self, data):
        if self.open[-1][0] not in SILENT:
            self._keep(data, self.open[-1][1])

    def _keep(self, text, language):
        if text := " ".join(text.split()):
            self.texts.append((text, language))


def said_in(language, html):
    """The texts of a page in `language`, without what is marked as being in another: set of str."""
    reader = _Reader()
    reader.feed(html)
    return {text for text, own in reader.texts if own == language}
