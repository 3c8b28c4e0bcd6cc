"""What the author of a record hears of its review: sent, returned, published, taken back, withdrawn.

Their own draft they know whatever its level; of it the mail says kind and code, and never what it or the reviewer says.
"""

from django.contrib.auth import get_user_model

from portal.access.drafts import may_write
from portal.access.models import RecordIdentity
from portal.access.readers import reader_of, takes_part
from portal.notifications.enums import Urgency
from portal.notifications.kinds import MessageKind
from portal.notifications.posting import tell
from portal.records.models import RecordPage
from portal.records.registry import kind_of

SENT, RETURNED, APPROVED, TAKEN_BACK, WITHDRAWN = (
    "review_sent", "review_returned", "review_approved", "review_taken_back", "record_withdrawn",
)  # fmt: skip
OWN_ACTS = (TAKEN_BACK,)
"""Steps of which nobody is told who took them; who sent something gets a receipt."""
LIST = "/contribute/"
"""Where authors find their entries, and what was said of them."""


def wrote(user, identity):
    """Whether the person is one of the record's contributors, and of the community."""
    return takes_part(user) and identity.contributors.filter(pk=user.pk).exists()


KINDS = tuple(
    MessageKind(key, Urgency.MUST, concerns=wrote) for key in (SENT, RETURNED, APPROVED, TAKEN_BACK, WITHDRAWN)
)


def tell_authors(kind, state, by, of):
    """Tells who wrote the record of a submission (a WorkflowState), and who sent it, of one step; `of` is the number of
    what the step was taken with."""
    page = state.content_object.specific
    if not isinstance(page, RecordPage):
        return
    authors = _authors(page.key) | {state.requested_by}
    if kind in OWN_ACTS:
        authors -= {by}
    _tell(kind, f"{kind}:{of}", authors - {None}, page)


def tell_of_withdrawals(keys):
    """Tells who wrote the records with these keys when they have been withdrawn; for `portal.access.changes`."""
    for identity in RecordIdentity.objects.filter(pk__in=keys, withdrawn_at__isnull=False):
        event = f"{WITHDRAWN}:{identity.key}:{identity.withdrawn_at:%Y%m%dT%H%M%S%f}"
        tell(kind=WITHDRAWN, event=event, people=_authors(identity.pk), record=identity.pk, facts={"path": LIST})


def _tell(kind, event, people, page):
    """Leads to the page where the draft is gone on with, and who may not open that to the list."""
    identity, is_draft = page.identity, page.is_unpublished
    authors = {each for each in people if kind_of(page).short and reader_of(each).organisation_ids}
    at_entry = {each for each in authors if may_write(each, identity, is_draft=is_draft)}
    entry = f"{LIST}{kind_of(page).index_path}/{identity.code}/"
    for path, told in ((entry, at_entry), (LIST, people - at_entry)):
        tell(kind=kind, event=event, people=told, record=page.key, facts={"path": path})


def _authors(key):
    return set(get_user_model().objects.filter(contributed_identities=key, is_active=True))
