"""What lists can be asked by, for the description: the parameters of their pages."""

from portal.api.paged import MOST
from portal.search.query import PAGE_SIZE, SORTS, facet_labels


def of_lists(operation) -> list[dict]:
    """The parameters of an operation, by its id: none but of lists and of what narrows them."""
    if not operation.startswith("list_") or operation == "list_vocabularies":
        return []
    found = [
        _one("q", 'Words; `"a phrase"`, `-without`.'),
        _one("from", "A year, or a day of it: what is about it or later.", example="2019"),
        _one("to", "A year, or a day of it: what is about it or earlier.", example="2025"),
    ]
    for name in facet_labels():
        if operation in ("list_records", "list_facets") or name != "kind":
            found += [_several(name, "Any of these values."), _several(f"{name}!", "None of these values.")]
    if operation == "list_facets":
        return found
    return [
        *found,
        _one("sort", f"One of {', '.join(SORTS)}, where the list has it.", example="newest"),
        _one("page", "The number of a page; beyond the last one comes the last.", example="1"),
        _one("page_size", f"Rows on a page, up to {MOST}; {PAGE_SIZE} where it is not said.", example="20"),
    ]


def _one(name, text, example=None):
    said = {"in": "query", "name": name, "description": text, "schema": {"type": "string"}, "required": False}
    return said if example is None else {**said, "example": example}


def _several(name, text):
    schema = {"type": "array", "items": {"type": "string"}}
    return {"in": "query", "name": name, "description": text, "schema": schema, "required": False, "explode": True}
