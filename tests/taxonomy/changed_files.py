"""Files of vocabularies, changed by a test."""


def change(folder, file, old, new):
    """Puts `new` in the place of `old`, which stands once in the file."""
    path = folder / f"{file}.csv"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (file, old)
    path.write_text(text.replace(old, new), encoding="utf-8")
