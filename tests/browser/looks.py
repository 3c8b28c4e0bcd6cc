"""At which widths and in which colours a page is looked at, and what has no room there."""

WIDE, NARROW, NARROWEST = 1280, 360, 320
EACH = [(width, scheme) for width in (WIDE, NARROW) for scheme in ("light", "dark")]
LOOKS = {"en": EACH, "fr": [(NARROW, "dark")], "ar": [(WIDE, "light"), (NARROW, "dark")]}
"""Width and colours are decided by the same rules in every language; what differs is the text and its direction."""
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
