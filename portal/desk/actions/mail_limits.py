"""How often somebody without an account is written to about actions: a few times a day for one who gives them."""

from django.utils.translation import gettext as _

from portal.core.limits import is_used_up, too_often


def may_write_to(form, request) -> bool:
    """Whether the new address in a valid form (if there is one) may be written to once more today; else the form says
    so at its field, and nothing that was typed is lost."""
    address = form.cleaned_data["person_email"].lower()
    if not address or "person_email" not in form.changed_data:
        return True
    if is_used_up(request, "action_mail", address, by=request.user.pk) or too_often(request, "action_mail_by"):
        form.add_error(
            "person_email", _("Enough was written there today. Leave it empty, and name the person here tomorrow.")
        )
        return False
    return True
