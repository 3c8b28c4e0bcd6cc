"""Which fields that matter are still empty: a to-do list for those who may edit, and for nobody else."""

from portal.records.fields import Weight
from portal.records.registry import kind_of


def empty_fields(record):
    """The labels of the kind's findable or facetted fields that hold nothing yet, each once: what a field of the same
    label says, a term or words beside it, is said."""
    kind = kind_of(record)
    said, empty = set(), {}
    for field in kind.fields:
        if field.value(record) not in (None, "", []):
            said.add(str(field.label))
        elif (field.weight > Weight.NONE or field.facet) and field.name not in kind.not_asked(record):
            empty[str(field.label)] = True
    return [label for label in empty if label not in said]
