"""What records are, how they relate, in which state they are."""

from django.utils.translation import gettext_lazy as _

from portal.core.languages import reading_language

from .term import Term


class LinkKind(Term):
    """How one record relates to another, said from both ends."""

    class Meta(Term.Meta):
        verbose_name = _("link kind")
        verbose_name_plural = _("link kinds")

    @property
    def inverse_label(self):
        """The label from the other end, in the reader's language; in English, or from this end, where it is missing."""
        own = self.attributes.get(f"inverse_label_{reading_language()}")
        return own or self.attributes.get("inverse_label_en") or self.label


class EvidenceKind(Term):
    """What a result rests on."""

    class Meta(Term.Meta):
        verbose_name = _("evidence kind")
        verbose_name_plural = _("evidence kinds")


class Urgency(Term):
    """How urgent a need is."""

    class Meta(Term.Meta):
        verbose_name = _("urgency")
        verbose_name_plural = _("urgencies")


class EventFormat(Term):
    """Modes and types of events."""

    class Meta(Term.Meta):
        verbose_name = _("event format")
        verbose_name_plural = _("event formats")


class SessionKind(Term):
    """Kinds of sessions."""

    class Meta(Term.Meta):
        verbose_name = _("session kind")
        verbose_name_plural = _("session kinds")


class OutputKind(Term):
    """Kinds of outputs."""

    class Meta(Term.Meta):
        verbose_name = _("output kind")
        verbose_name_plural = _("output kinds")


class RecordState(Term):
    """States of a record."""

    class Meta(Term.Meta):
        verbose_name = _("record state")
        verbose_name_plural = _("record states")


class NeedState(Term):
    """States of a data need."""

    class Meta(Term.Meta):
        verbose_name = _("need state")
        verbose_name_plural = _("need states")


class FlowState(Term):
    """States of a data exchange."""

    class Meta(Term.Meta):
        verbose_name = _("flow state")
        verbose_name_plural = _("flow states")


class IdeaState(Term):
    """States of a partnership idea."""

    class Meta(Term.Meta):
        verbose_name = _("idea state")
        verbose_name_plural = _("idea states")


class ActionState(Term):
    """States of a follow-up action."""

    class Meta(Term.Meta):
        verbose_name = _("action state")
        verbose_name_plural = _("action states")


class RequestState(Term):
    """States of a request."""

    class Meta(Term.Meta):
        verbose_name = _("request state")
        verbose_name_plural = _("request states")
