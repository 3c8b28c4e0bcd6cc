from portal.harvest.enums import Format
from portal.harvest.management.importing import ImportCommand


class Command(ImportCommand):
    help = (
        "Makes drafts of data holdings of what a CKAN or HDX catalogue says (package_search, package_show), and writes "
        "what changed since. What a person edited stays. Nothing becomes public by it."
    )
    format = Format.CKAN
