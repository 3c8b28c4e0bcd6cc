"""What a file's new row may change of a term that an editor may have changed: three-way, field by field.

Known are what the file said last (`loaded`), what it says now, and what the term says. A field that still says what the
file said last follows the file; one that says something else was changed here, and stays. One of which the file said
nothing yet follows it while it is empty.
"""


def merged(current: dict, loaded: dict, row: dict) -> tuple[dict, int]:
    """The fields that have to change, and how many were kept as an editor left them."""
    changes, kept = {}, 0
    for name, value in row.items():
        if current[name] == value:
            continue
        if current[name] == loaded[name] if name in loaded else not current[name]:
            changes[name] = value
        else:
            kept += 1
    return changes, kept


def merged_attributes(current: dict, loaded: dict, row: dict) -> tuple[dict, int]:
    """The same for the columns inside `attributes`; a column that the file dropped goes, unless it was changed."""
    names = sorted({*current, *loaded, *row})
    attributes, kept = {}, 0
    for name in names:
        follows = current.get(name) == loaded.get(name)
        value = row.get(name) if follows else current.get(name)
        kept += not follows and current.get(name) != row.get(name)
        if value is not None:
            attributes[name] = value
    return attributes, kept
