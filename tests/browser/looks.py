"""At which widths and in which colours a page is looked at, and what stands in the way there."""

WIDE, NARROW, NARROWEST = 1280, 360, 320
LOOKS = {
    "en": [(WIDE, "light", False), (NARROW, "dark", True)],
    "fr": [(WIDE, "dark", True)],
    "ar": [(NARROW, "light", True)],
}
"""Width, colours, and whether all is unfolded. Which colours and places there are is decided by the same rules in every
language: so each width has both colours in one language or another."""
SMALL_TARGETS = """() => [...document.querySelectorAll(
  "button, input:not([type=hidden]), select, textarea, summary, nav a, .facet a, .sorts a, .chip, .button"
)].filter(element => element.checkVisibility() && !element.closest(".visually-hidden"))
  .map(element => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])
  .filter(([_, box]) => box.width < 24 || box.height < 24)
  .map(([html, box]) => `${html} ${box.width} × ${box.height}`)"""
WIDER_THAN_SCREEN = """() => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
  [...document.querySelectorAll("body *")].filter(element => !element.closest(".scroll, .skip, .visually-hidden"))
    .filter(element => element.getBoundingClientRect().right > innerWidth + 1
      || element.getBoundingClientRect().left < -1)
    .map(element => element.outerHTML.slice(0, 120))"""


def look_at(opened, language):
    """Asserts on an opened page that axe finds nothing, that no line is wider than the screen, and that all there is to
    press is large enough."""
    for width, scheme, is_unfolded in LOOKS[language]:
        opened.page.set_viewport_size({"width": width, "height": 900})
        opened.page.emulate_media(color_scheme=scheme)
        if is_unfolded:
            opened.unfold()
        assert opened.violations() == [], (width, scheme)
    for width in (WIDE, NARROW, NARROWEST):
        opened.page.set_viewport_size({"width": width, "height": 900})
        assert opened.page.evaluate(WIDER_THAN_SCREEN) == [], width
        assert opened.page.evaluate(SMALL_TARGETS) == [], width
