"""Who may do what with vocabularies in the admin: nobody deletes, and nobody adds to what code knows."""

from django.contrib.auth.models import Permission

from portal.core.permissions import NobodyDeletes
from portal.taxonomy.vocabularies import VOCABULARIES, vocabulary_of


class TermPermissionPolicy(NobodyDeletes):
    """Django's permissions, less what the vocabulary does not allow to anybody, administrators included."""

    def user_has_permission(self, user, action):
        is_closed = action == "add" and not vocabulary_of(self.model).is_open
        return not is_closed and super().user_has_permission(user, action)


def editor_permissions():
    """The permissions that a group of editors needs to keep vocabularies and glossary (`setup_portal`)."""
    fixed = [f"add_{vocabulary.model._meta.model_name}" for vocabulary in VOCABULARIES if not vocabulary.is_open]
    kept = [vocabulary.model._meta.model_name for vocabulary in VOCABULARIES] + ["glossaryterm"]
    names = [f"{action}_{model}" for action in ("add", "change", "view") for model in kept]
    return Permission.objects.filter(content_type__app_label="taxonomy", codename__in=set(names) - set(fixed))
