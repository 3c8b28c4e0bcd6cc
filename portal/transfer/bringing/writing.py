"""Writes what rows became: drafts, by the same services as the forms of members. All of it, or nothing."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from portal.access.enums import TextSensitivity
from portal.access.models import RecordIdentity
from portal.access.services import add_contributor, register_record, take_reserved
from portal.core.codes import new_code
from portal.desk.contribute.filling import begin, finish
from portal.records.access_fields import QUESTIONS
from portal.records.submissions import save_draft
from portal.transfer.bringing.columns.state import SLUG
from portal.transfer.bringing.wrong import Wrong

STATED = ("listed_to", "details_to")


class Writer:
    """Writes Plans of one kind, for who brings them (`known.user`, None for the portal itself)."""

    sends = True
    """Whether what it writes is a draft, to be sent for review."""

    def __init__(self, kind, known, organisation=None):
        self.kind, self.known, self.by, self.organisation = kind, known, known.user, organisation
        (self.index_model,) = kind.model.allowed_parent_page_models()
        self._indexes = {}

    def write(self, plan):
        """Keeps what a plan says as a draft; returns its page. What is refused stands in the plan as wrong, then None
        is returned: whoever calls takes the whole transaction back."""
        try:
            return self._new(plan) if plan.base.is_new else self._changed(plan)
        except ValidationError as refused:
            plan.wrong.append(Wrong(plan.number, "", "", " ".join(refused.messages)))
        except PermissionDenied:
            plan.wrong.append(Wrong(plan.number, "", "", _("You may not change this entry, or not who may see it.")))
        return None

    def leave(self, plan):
        """Told of a plan that is not written, as when something was wrong before it."""

    def _changed(self, plan):
        page = plan.base.page
        if self.by is not None:
            add_contributor(identity=plan.base.identity, by=self.by)
        save_draft(page=page, by=self.by, access=self._asked(plan))
        return page

    def _new(self, plan):
        page = plan.base.page
        if not self.known.is_admin:
            begin(page, self.organisation)
            finish(page, self.kind)
        if not plan.base.has_others:
            self._register(plan)
        page.slug = plan.base.state[SLUG] or plan.state.slug or page.slug_with(plan.code)
        page.slug_of_page = None
        self._index(page.locale).add_child(instance=page)
        save_draft(page=page, by=self.by, access=self._asked(plan))
        return page

    def _register(self, plan):
        """The identity row, before the page: rows of one file may name each other."""
        page = plan.base.page
        plan.code = plan.code or new_code(self.kind.prefix, _is_taken)
        levels, parties = self._levels(plan), plan.state.parties
        if identity := self._kept(plan):
            take_reserved(identity=identity, by=self.by, **levels, **parties)
        else:
            key = page.translation_key
            register_record(key=key, kind=self.kind.key, code=plan.code, by=self.by, **levels, **parties)
        self.known.note(plan.code)

    def _kept(self, plan):
        """The row that was kept for this code, as it was planned or since: what names itself has one, too."""
        return plan.base.identity or RecordIdentity.objects.filter(code=plan.code).first()

    def _levels(self, plan):
        """The levels with which a row begins: as narrow as the kind asks until a review; where the portal itself brings
        it, and nobody could ask, those that the file says, of what only its reviewers see before they decide."""
        asked = plan.state.asked if self.by is None else None
        if asked is None:
            return {"listed_to": self.kind.listed_to, "details_to": self.kind.details_to}
        answers = [asked[name] for name in QUESTIONS]
        is_low = all(answer is False for answer in answers)
        sensitivity = TextSensitivity.LOW if is_low else TextSensitivity.NOT_ASSESSED
        levels = {name: asked[name] or getattr(self.kind, name) for name in STATED}
        return levels | {"sensitivity": sensitivity, "named": asked["named"]}

    def _asked(self, plan):
        if plan.state.asked is None or self.by is None:
            return None
        asked = dict(plan.state.asked)
        state = plan.base.state
        return asked | {name: asked[name] or state[name] for name in STATED}

    def _index(self, locale):
        if locale.pk not in self._indexes:
            self._indexes[locale.pk] = self.index_model.objects.get(locale=locale)
        return self._indexes[locale.pk]


def _is_taken(code):
    return RecordIdentity.objects.filter(code=code).exists()
