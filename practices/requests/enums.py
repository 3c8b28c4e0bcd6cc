from django.db import models
from django.utils.translation import gettext_lazy as _


class Subject(models.TextChoices):
    """What is asked for."""

    DETAILS = "details", _("To read all of this entry here")
    DATA = "data", _("The data themselves, handed over outside this portal")


class State(models.TextChoices):
    """How far a request is: keys of the vocabulary of states (`RequestState`), whose labels editors may change."""

    SUBMITTED = "submitted"
    MORE_INFORMATION = "more_information"
    WITH_OWNER = "with_owner"
    APPROVED = "approved"
    APPROVED_CONDITIONALLY = "approved_conditionally"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    NO_ANSWER = "no_answer"
    EXPIRED = "expired"
    REVOKED = "revoked"


OPEN = frozenset({State.SUBMITTED, State.MORE_INFORMATION, State.WITH_OWNER})
"""States in which somebody still has to decide."""
WAITING = frozenset({State.SUBMITTED, State.WITH_OWNER})
"""Those in which it is the turn of who is asked."""
GIVEN = frozenset({State.APPROVED, State.APPROVED_CONDITIONALLY})


class Act(models.TextChoices):
    """What somebody does with a request, as its trail says it."""

    SEND = "send", _("Request sent")
    ADVISE = "advise", _("Advice, not a decision")
    ASK_MORE = "ask_more", _("More information asked for")
    ANSWER = "answer", _("Answered")
    FORWARD = "forward", _("Put to the owner")
    APPROVE = "approve", _("Approved")
    AWAIT = "await", _("Approved by who keeps it; waits for a second person")
    REFUSE = "refuse", _("Refused")
    WITHDRAW = "withdraw", _("Taken back")
    REVOKE = "revoke", _("Taken back by who gave it")
    DELIVER = "deliver", _("Handed over")
    RECEIVE = "receive", _("Received")
    DESTROY = "destroy", _("Destruction confirmed")
    ASK_LONGER = "ask_longer", _("Asked to keep the data longer")
    LENGTHEN = "lengthen", _("The data may be kept longer")
    NOT_LONGER = "not_longer", _("The data may not be kept longer")
    WRITE = "write", _("Message")
    DISAGREE = "disagree", _("A second person did not agree to open it")
    NO_ANSWER = "no_answer", _("No answer")
    EXPIRE = "expire", _("Came to its end")


class Side(models.TextChoices):
    """How a person stands to a request."""

    ASKER = "asker"
    """Who asked, while they belong to the organisation in whose name."""
    ASKERS_POINT = "askers_point"
    """A focal point of that organisation."""
    OWNER = "owner"
    """A focal point of the organisation that owns what is asked for. Nobody decides what they asked themselves."""
    KEEPER = "keeper"
    """The same of the organisation that keeps it."""


class Way(models.TextChoices):
    """By which way it came."""

    PAGE = "page", _("here, signed in")
    MAIL = "mail", _("by the link of a mail")
    LETTER = "letter", _("by letter")
    CLOCK = "clock", _("by the passing of time")


class Channel(models.TextChoices):
    """How data are handed over outside the portal."""

    SECURE_LINK = "secure_link", _("Download link with a password sent another way")
    ACCOUNT = "account", _("Account on their system")
    ENCRYPTED_MAIL = "encrypted_mail", _("Encrypted mail")
    DEVICE = "device", _("Encrypted device, by hand")
    AT_OFFICE = "at_office", _("Read at their office only")
    OTHER = "other", _("Another way")
