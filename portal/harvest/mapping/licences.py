"""The licence by what catalogues call it: identifiers of CKAN, HDX, SPDX and the European Union, addresses of texts."""

import re

from portal.taxonomy.models import Licence

from .known import Known

CREATIVE_COMMONS = re.compile(r"creativecommons\.org/licen[cs]es/([a-z-]{2,12})/(\d\.\d)(/igo)?", re.IGNORECASE)
ZERO = re.compile(r"creativecommons\.org/publicdomain/zero/(\d\.\d)", re.IGNORECASE)
ALIASES = {
    "notspecified": "not_stated", "other-pd": "public_domain", "odc-odbl": "odbl_1_0", "odc-by": "odc_by_1_0",
    "odc-pddl": "pddl_1_0", "cc0": "cc0_1_0", "cc-by-nc": "cc_by_nc_4_0", "cc-nc": "cc_by_nc_4_0",
    "other-closed": "all_rights_reserved", "other-open": "other", "other-at": "other", "other": "other",
}  # fmt: skip
"""Identifiers of CKAN's own list (https://docs.ckan.org/en/latest/maintaining/configuration.html#ckan-licenses-group-url)
which the vocabulary does not have."""


class Licences:
    """Key of a licence by its names."""

    def __init__(self):
        self._known = Known(Licence)

    def key(self, names) -> str:
        """The key for the names of one licence, the surest first; "" for none."""
        return next((found for name in names for each in _written(name) if (found := self._known.key(each))), "")


def _written(name):
    """The ways in which one name may stand in the vocabulary."""
    yield name
    yield ALIASES.get(name.casefold(), "")
    if found := CREATIVE_COMMONS.search(name):
        yield f"CC-{found[1]}-{found[2]}{'-IGO' if found[3] else ''}"
    if found := ZERO.search(name):
        yield f"CC0-{found[1]}"
    last = name.rstrip("/").rpartition("/")[2]
    yield last
    yield last.replace("_", "-")
