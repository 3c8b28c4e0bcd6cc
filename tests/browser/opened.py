"""A page in the browser, with all that it asked for and complained of on the way."""

from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {"runOnly": RULES, "rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
"""WCAG 2.2 to level AA. The size of targets belongs to it, but axe leaves it out unless asked."""

RUN_AXE = "async ([context, options]) => (await axe.run(context, options)).violations"
FOCUSED = """() => {
  const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
  return {
    tag: element.tagName.toLowerCase(), id: element.id, text: element.innerText?.trim() ?? "",
    href: element.getAttribute("href") ?? "", name: element.getAttribute("name") ?? "",
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    inSight: box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0
      && box.top < innerHeight && box.left < innerWidth,
  };
}"""


class Opened:
    """A Playwright page that keeps the addresses it asked for (`requests`) and its errors (`complaints`)."""

    def __init__(self, page):
        self.page = page
        self.requests = []
        self.complaints = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _note(self, message):
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def go(self, path):
        """Opens an address and waits for all that it loads."""
        self.response = self.page.goto(path, wait_until="load")
        return self

    @property
    def hosts(self):
        """The hosts it asked, whatever the drawing inside the page itself (data:)."""
        return {urlsplit(url).netloc for url in self.requests if not url.startswith(("data:", "blob:"))}

    def violations(self, *, apart_from=()):
        """What axe finds, as (rule, first element, what is wrong) per rule, outside the selectors `apart_from`."""
        # Half a megabyte of script: each page takes it in once, however often it is looked at.
        if not self.page.evaluate("() => 'axe' in window"):
            self.page.evaluate(AXE_SCRIPT)
        context = {"exclude": [[selector] for selector in apart_from]}
        found = self.page.evaluate(RUN_AXE, [context, OPTIONS])
        return [(each["id"], each["nodes"][0]["target"], each["nodes"][0]["failureSummary"]) for each in found]

    def unfold(self):
        """Opens every part that can be folded away."""
        self.page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")

    def focused(self):
        """What has the focus: tag, id, text, href, name, width of its outline, and whether it is in sight."""
        return self.page.evaluate(FOCUSED)

    def tab_to(self, wanted, most=120):
        """Presses Tab until `wanted(focused)`; each stop on the way must show that it has the focus.

        Raises AssertionError when a stop is out of sight or unmarked, or when nothing wanted comes.
        """
        for _ in range(most):
            self.page.keyboard.press("Tab")
            focused = self.focused()
            assert focused["inSight"], f"out of sight: {focused}"
            assert focused["outline"] >= 2, f"focus not visible: {focused}"
            if wanted(focused):
                return focused
        raise AssertionError(f"Not reached with {most} Tabs on {self.page.url}; the last one was at {focused}")

    def enter(self):
        """Presses Enter on a link or in a form, and waits for the page behind it."""
        with self.page.expect_navigation(wait_until="load"):
            self.page.keyboard.press("Enter")
