"""What a new portal needs before anybody writes in it. Every step may run again and then changes nothing."""

from django.db import transaction

from portal.taxonomy.loader import load_vocabularies

from .administrator import set_up_administrator
from .groups import set_up_groups
from .pages import set_up_pages
from .ready_answers import set_up_ready_answers
from .standard_pages import set_up_standard_pages
from .workflow import set_up_workflow


@transaction.atomic
def setup_portal():
    """Vocabularies, locales, site, pages in three languages, groups, workflow, ready answers; safe to run again."""
    load_vocabularies()
    set_up_standard_pages(set_up_pages())
    set_up_groups()
    set_up_workflow()
    set_up_ready_answers()


__all__ = ["set_up_administrator", "setup_portal"]
