"""What the processes of one run tell each other, in a folder that both can read."""

from hashlib import sha256
from pathlib import Path

ASKED, NOTICED = "asked", "noticed"


class Ledger:
    """The questions to be noticed (`places`), those that were asked, those that a test noticed, the files taken."""

    def __init__(self, folder, places):
        self.folder, self.places = Path(folder), frozenset(places)
        self.lines = self.folder / "ledger"
        self.lines.touch()

    def take(self, path):
        """Whether a file of tests is this process's to run: whoever comes first takes it."""
        try:
            (self.folder / sha256(str(path).encode()).hexdigest()).touch(exist_ok=False)
        except FileExistsError:
            return False
        return True

    def note(self, what, place, test=""):
        """One line more, short enough to be written at once."""
        with self.lines.open("a", encoding="utf-8") as lines:
            lines.write(f"{what}\t{place}\t{test}\n")

    @property
    def unnoticed(self):
        return self.places - self._places(NOTICED)

    @property
    def never_asked(self):
        return self.places - self._places(ASKED)

    def _places(self, wanted):
        rows = (line.split("\t") for line in self.lines.read_text(encoding="utf-8").splitlines())
        return {place for what, place, _ in rows if what == wanted}
