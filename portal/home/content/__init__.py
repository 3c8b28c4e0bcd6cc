"""The first content: documented cases of sharing with their sources, the practices drawn from them, organisations.

`data/` holds it; `load_content` brings it in, safe on a real site. `demo/` holds the fictional country.
"""

from pathlib import Path

from portal.access.services import publish_from_sources

from .loading import load_folder
from .reading import WrongContent

DATA = Path(__file__).parent / "data"
REASON = "First content: rests on the published sources that it names"


def load_content(*, folder=DATA, **options):
    """Loads the first content, public as the sources it rests on; counts the new ones of each kind.

    A holding without a basis to list is for editors alone.

    Running it again changes nothing. Raises WrongContent, with a sentence for each wrong value;
    then writes nothing.
    """
    return load_folder(folder, decide=_from_sources, **options)


def _from_sources(page, part):
    if getattr(page, "basis", None) == "":
        # A holding without a basis to list: it stays with editors until a source is read or its owner agrees.
        return
    publish_from_sources(identity=page.identity, reason=f"{REASON} ({part.id})")


__all__ = ["WrongContent", "load_content"]
