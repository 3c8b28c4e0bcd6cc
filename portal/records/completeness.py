"""Which fields that matter are still empty: a to-do list for those who may edit, and for nobody else."""

from portal.records.fields import Weight
from portal.records.registry import kind_of


def empty_fields(record):
    """The labels of the kind's findable or facetted fields that hold nothing yet."""
    return [
        str(field.label)
        for field in kind_of(record).fields
        if (field.weight > Weight.NONE or field.facet) and field.value(record) in (None, "", [])
    ]
