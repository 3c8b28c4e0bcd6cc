"""An address as a QR code, drawn here: no other site learns of it."""

import segno
from django.utils.safestring import SafeString, mark_safe


def qr_of(address) -> SafeString:
    """The SVG, black on white in every colour scheme, so that each camera reads it; its size is that of its box."""
    drawn = segno.make(address, micro=False, error="m")
    # Made of squares alone: nothing of the address stands in it as text.
    return mark_safe(
        drawn.svg_inline(border=4, dark="#000", light="#fff", svgclass="qr", lineclass=None, omitsize=True)
    )
