"""Only registers. https://docs.wagtail.org/en/stable/reference/hooks.html"""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.permissions import register_permission_policy

from portal.core.permissions import NobodyDeletes
from portal.taxonomy.models import GlossaryTerm
from portal.taxonomy.permissions import TermPermissionPolicy
from portal.taxonomy.viewsets import VocabulariesGroup
from portal.taxonomy.vocabularies import VOCABULARIES

# Before the viewsets, which would register a fallback.
for vocabulary in VOCABULARIES:
    register_permission_policy(vocabulary.model, TermPermissionPolicy(vocabulary.model))
# A word is hidden, not deleted: the file would bring it back.
register_permission_policy(GlossaryTerm, NobodyDeletes(GlossaryTerm))


@hooks.register("register_admin_viewset")
def register_vocabularies():
    return VocabulariesGroup()


@hooks.register("register_log_actions")
def register_replacement(actions):
    actions.register_action("taxonomy.replace", _("Replace"), _("Replaced by another term"))
