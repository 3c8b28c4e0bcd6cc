"""Settles who may see a fictional record, by the steps that people take: parties, a wish, its approval by a second."""

from portal.access.enums import Level
from portal.access.services import approve_wish, ask_access, set_parties
from portal.directory.models import Organisation

LEVELS = {level.value: level for level in Level}
ANSWERS = dict.fromkeys(("names_person", "names_place", "tells_unpublished"), False)
REASON = "Fictional record that shows this level of access"


def settle_access(page, part, *, author, reviewer):
    """Gives a new record the parties and levels that its entry asks for under `access`."""
    asked = part.part("access")
    organisations = {each.source_id: each for each in Organisation.objects.filter(is_demo=True)}
    parties = {name: asked.value(name, organisations) for name in ("owner", "custodian")}
    named = asked.values_in("named", organisations)
    levels = {name: asked.value(name, LEVELS) for name in ("listed_to", "details_to")}
    part.reading.stop_if_wrong()
    identity = set_parties(identity=page.identity, by=reviewer, second=author, **parties)
    ask_access(identity=identity, by=author, named=named, reason=REASON, **levels, **ANSWERS)
    approve_wish(identity=identity, by=reviewer)
