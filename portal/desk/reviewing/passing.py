"""To whom the question whether an entry is still true can be passed on: others of one's organisation, or another."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.access.models import RecordIdentity
from portal.access.queries import visible_to
from portal.access.readers import reader_of
from portal.directory.models import Organisation
from portal.records.widgets import LongSelect

OWN = "own"


class PassOnForm(forms.Form):
    """Organisations that everybody may know of: the page is reached by the link of a mail, which may be in other
    hands."""

    to = forms.ChoiceField(
        label=_("Pass on to"),
        widget=LongSelect,
        help_text=_("Who speaks for it is asked by mail, if they may read the entry. You can still answer, too."),
        error_messages={"required": _("Choose who is to be asked.")},
    )

    def __init__(self, *args, question, user, **options):
        super().__init__(*args, **options)
        self.own = own_party(question, user)
        self.others = visible_to(Organisation.objects.live(), None).order_by("name_en", "pk")
        own = [(OWN, _("Others who speak for your organisation"))] if self.own else []
        names = [(each.code, each.name_in_full) for each in self.others if each != self.own]
        self.fields["to"].choices = [("", "—"), *own, *names]

    def clean_to(self):
        """The Organisation."""
        code = self.cleaned_data["to"]
        return self.own if code == OWN else self.others.get(code=code)


def own_party(question, user):
    """The owner or the keeper of the entry to which `user` belongs; None for who belongs to neither."""
    identity = RecordIdentity.objects.select_related("owner", "custodian").get(pk=question.key)
    mine = reader_of(user).organisation_ids
    return next((each for each in (identity.owner, identity.custodian) if each and each.pk in mine), None)
