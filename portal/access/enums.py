from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """Who: the audiences that decide (`kind=level` in the vocabulary of audiences), widest first."""

    PUBLIC = "public", _("Everyone")
    MEMBERS = "members", _("Members of the community")
    NAMED = "named_organisations", _("Named organisations, and those that own and keep it")
    OWNER = "owner_organisation", _("Focal points of the organisations that own and keep it, and editors")

    @property
    def rank(self):
        """0 for the widest to 3 for the narrowest."""
        return list(type(self)).index(self)

    @classmethod
    def narrower(cls, *levels):
        """The narrowest of the given levels."""
        return max(map(cls, levels), key=lambda level: level.rank)


TO_ALL_MEMBERS = (Level.PUBLIC, Level.MEMBERS)
"""What is no secret among members: a mail may name it, and reading it leaves no line in the log."""


class Zone(models.IntegerChoices):
    """Which part of a record: each field stands in one of these."""

    CARD = 0, _("card")
    """Kind, title, summary, organisations, sectors, countries, dates: for who may know of it."""
    DETAILS = 1, _("details")
    """The rest: for who may read it."""
    OWNER = 2, _("owner only")
    """Notes of its contributors: for those who own or keep it, its contributors and editors."""


class Action(models.TextChoices):
    """What somebody may want to do with a record."""

    KNOW = "know", _("know that it exists")
    READ = "read", _("read its details")
    READ_OWN = "read_own", _("read what is for its owner only")
    EDIT = "edit", _("change it")
    WRITE = "write", _("write its next draft")
    ASK = "ask", _("ask for another access")
    RESTRICT = "restrict", _("narrow who may know or read it")
    WIDEN = "widen", _("widen who may know or read it")
    WITHDRAW = "withdraw", _("withdraw it")
    GRANT = "grant", _("open its details to somebody")
    SEE_LOG = "see_log", _("see who read it")


class Relation(models.TextChoices):
    """How a person stands to a record; the policy's table has a row for each."""

    ANYONE = "anyone", _("anyone")
    MEMBER = "member", _("an active member")
    NAMED_STAFF = "named_staff", _("a member of a named organisation")
    OWN_STAFF = "own_staff", _("a member of the organisation that owns or keeps it")
    CONTRIBUTOR = "contributor", _("who wrote it")
    """While they belong to the organisation that owns or keeps it, if there is one."""
    KEEPER = "keeper", _("a focal point of the organisation that keeps it")
    OWNER = "owner", _("a focal point of the organisation that owns it")
    RUNNER = "runner", _("whom it names to run what it is about")
    """Of what is published (portal.access.runners). It gives its words, and nothing about who may see it."""
    GRANTEE = "grantee", _("who holds a grant for it")
    EDITOR = "editor", _("an editor")


class TextSensitivity(models.TextChoices):
    """What the record itself says, by the IASC and OCHA levels; caps how far its details may go."""

    LOW = "low", _("Low")
    MODERATE = "moderate", _("Moderate")
    HIGH = "high", _("High")
    SEVERE = "severe", _("Severe")
    NOT_ASSESSED = "not_assessed", _("Not assessed")

    @property
    def widest(self):
        """The widest level that details of this sensitivity may have; not assessed counts as high."""
        return {"low": Level.PUBLIC, "moderate": Level.MEMBERS, "severe": Level.OWNER}.get(self.value, Level.NAMED)


class OwnerAnswer(models.TextChoices):
    """What an owner of data says when others want to show an entry about these beyond the members."""

    GO_AHEAD = "go_ahead", _("Go ahead")
    NOT_BEYOND = "not_beyond", _("Not beyond members")
    NOT_SO = "not_so", _("Not like this: my message goes to its author")


class Standing(StrEnum):
    """Where the question to an owner stands: the first three let an entry go out, the others do not."""

    AGREED = "agreed"
    SILENT = "silent"
    """Told long enough ago, no answer, and the entry rests on published sources."""
    NOT_ASKED = "not_asked"
    """Nobody speaks for the owner here, and the entry rests on published sources."""
    WAITS = "waits"
    UNSOURCED = "unsourced"
    """No answer, or nobody to ask, and no published source that it would rest on."""
    CAPPED = "capped"
    TAKEN_BACK = "taken_back"


GOES_OUT = frozenset({Standing.AGREED, Standing.SILENT, Standing.NOT_ASKED})
