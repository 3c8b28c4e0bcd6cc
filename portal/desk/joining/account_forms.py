"""allauth's forms that write to an address: codes and resets are for the account that has confirmed it alone."""

from allauth.account.forms import RequestLoginCodeForm, ResetPasswordForm

from portal.directory.addresses import active_holder_of


class LoginCodeForm(RequestLoginCodeForm):
    """Asks for a code to sign in with."""

    def clean_email(self):
        # Not allauth's own as well: it asks the database oftener for an address that is unknown, which takes longer.
        self._user = active_holder_of(self.cleaned_data["email"])
        return self.cleaned_data["email"]


class ResetForm(ResetPasswordForm):
    """Asks for the link by which a password is chosen."""

    def clean_email(self):
        holder = active_holder_of(self.cleaned_data["email"])
        self.users = [holder] if holder else []
        return self.cleaned_data["email"]
