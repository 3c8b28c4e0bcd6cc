"""The format of a file by the words that a catalogue has for it."""

from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import FileFormat

from .known import Known, plain_word

ALIASES = {"esri shapefile": "shapefile", "shapefiles": "shapefile", "excel": "xlsx", "jpeg": "image", "jpg": "image"}
PACKED = ("zipped ", "zip ")
"""HDX's older names say that a file is packed: `zipped shapefile`."""


class Formats:
    """Key of a format by its name, its ending or its media type."""

    def __init__(self):
        self._known, self._by_media = Known(FileFormat), {}
        for term in kept_terms(FileFormat).values():
            media = plain_word(str(term.attributes.get("media_type") or ""))
            if media and term.is_current and (media not in self._by_media or media.endswith(f"/{term.key}")):
                self._by_media[media] = term.key

    def key(self, words) -> str:
        """The key for the words of one file, the surest first; "" for none."""
        return next((found for word in words if (found := self._key(word))), "")

    def _key(self, word):
        said = plain_word(word.partition(";")[0].removeprefix("https://www.iana.org/assignments/media-types/"))
        bare = next((said.removeprefix(packed) for packed in PACKED if said.startswith(packed)), said)
        by_name = (self._known.key(each, ALIASES.get(each, "")) for each in (said, bare))
        return next(filter(None, by_name), "") or self._by_media.get(said, "")
