"""What is there already of the entries that rows name: the version that a row changes, or that a file is written of."""

from dataclasses import dataclass, field
from typing import Any

from portal.access.drafts import may_write, writes_all
from portal.access.models import RecordIdentity
from portal.access.relations import first_read_by
from portal.desk.contribute.drafts import version_for
from portal.records.access_fields import QUESTIONS, access_now, waiting_wish
from portal.transfer.bringing.columns.state import CODE, CUSTODIAN, LANGUAGE, LEVELS, NAMED, OWNER, SLUG


@dataclass
class Base:
    """A page as it is gone on with, unsaved where it is `new`; `state` are the texts of the columns beside it, and
    `stored` is the page as it is stored, None for a new one."""

    page: Any
    identity: RecordIdentity | None
    state: dict[str, str] = field(default_factory=dict)
    stored: Any = None

    @property
    def is_new(self):
        return self.stored is None

    @property
    def is_placeholder(self):
        """Whether its code was kept for it before it came: nobody owns, keeps or wrote anything of it yet."""
        return self.identity is not None and self.is_new and not self.has_others

    has_others = False
    """Whether the entry is there in another language."""


def new_base(kind, known, language):
    """The Base of an entry that is not there yet, in this language."""
    page = kind.model(locale=known.locales[language], live=False, slug="", owner=known.user)
    # Its address is made when it is written; until then there is none that could be another's.
    page.slug_of_page = ""
    return Base(page, None, state_of(page, None, known))


def brought_base(kind, known, language, key, identity):
    """The Base of an entry whose code an administrator brings along, and with it the `key`; `identity` where the code
    was kept for it, or the entry is there in another language: then it has the same address."""
    base = new_base(kind, known, language)
    base.page.translation_key = key
    if identity is None:
        return base
    base.identity = identity
    other = kind.model.objects.filter(translation_key=key).order_by("pk").first()
    if other is not None:
        base.has_others = True
        base.state = state_of(base.page, identity, known) | {SLUG: other.slug}
    return base


def base_of(kind, page, known, *, identity=None):
    """The Base of a stored page: for who reads along, the version that they go on with; for administrators and the
    portal itself the latest draft of what nobody published, else what is published (`for_file`)."""
    identity = identity or page.identity_for(known.user)
    latest = page.get_latest_revision_as_object
    version = latest() if known.is_admin else version_for(page, identity, known.user).page
    return Base(version, identity, state_of(version, identity, known), page)


def published_or_draft(page, known):
    """The Base that a file is written of: what is published, else the latest draft."""
    revision = page.live_revision if page.live else page.latest_revision
    version = revision.as_object() if revision else page
    return Base(version, page.identity, state_of(version, page.identity, known), page)


def stored_page(kind, code, language, known):
    """The page with this code in that language, and its identity; Refused for what is not there for who asks.

    A pair of None and the identity is an entry in another language alone.
    """
    identities = RecordIdentity.objects.select_related("owner", "custodian").filter(code=code, kind=kind.key)
    identity = first_read_by(identities, known.user)
    pages = list(kind.model.objects.filter(translation_key=identity.key).order_by("pk")) if identity else []
    page = next((each for each in pages if not language or each.locale.language_code == language), None)
    if known.is_admin:
        return page, identity
    first = pages[0] if pages else None
    if first is None or not may_write(known.user, identity, is_draft=first.is_unpublished):
        return None, None
    return (page, identity) if writes_all(known.user, identity) else (None, None)


def state_of(page, identity, known):
    """The texts of the columns beside the page, by name."""
    wish = waiting_wish(identity) if identity else None
    said = access_now(page, identity, wish)
    if identity and not wish and identity.text_sensitivity == page.text_starts_at:
        # Where the text of such data begins, all three were answered no.
        said |= dict.fromkeys(QUESTIONS, "no")
    code = known.organisation_code
    state = {name: said[name] for name in (*LEVELS, *QUESTIONS)}
    state[NAMED] = " | ".join(sorted(filter(None, map(code, said[NAMED]))))
    state[OWNER] = code(identity.owner_id) if identity and identity.owner_id else ""
    state[CUSTODIAN] = code(identity.custodian_id) if identity and identity.custodian_id else ""
    state[CODE] = identity.code if identity else ""
    return state | {LANGUAGE: page.locale.language_code, SLUG: page.slug if identity else ""}


def in_order(lines, columns, kind):
    """The lines as they stand: what they name may come later."""
    return lines
