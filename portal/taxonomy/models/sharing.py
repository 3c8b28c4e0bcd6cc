"""How far data go, why not further, what for."""

from django.utils.translation import gettext_lazy as _

from portal.core.languages import reading_language

from .term import Term


class Sensitivity(Term):
    """IASC and OCHA levels of sensitivity."""

    class Meta(Term.Meta):
        verbose_name = _("sensitivity")
        verbose_name_plural = _("sensitivities")


class Audience(Term):
    """Who may know or read; kind `level` decides, `group` describes."""

    class Meta(Term.Meta):
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")


class WithholdingReason(Term):
    """Why data are withheld, and what one can do."""

    class Meta(Term.Meta):
        verbose_name = _("withholding reason")
        verbose_name_plural = _("withholding reasons")

    @property
    def next_step(self):
        """What one can do about it, in the reader's language, in English where that is missing; "" where nothing is
        proposed."""
        own = self.attributes.get(f"next_step_{reading_language()}")
        return own or self.attributes.get("next_step_en", "")


class AgreementKind(Term):
    """Under what kind of agreement data are shared."""

    class Meta(Term.Meta):
        verbose_name = _("agreement kind")
        verbose_name_plural = _("agreement kinds")


class DecisionPurpose(Term):
    """The decision that data serve, in cases, needs, requests and holdings."""

    class Meta(Term.Meta):
        verbose_name = _("decision purpose")
        verbose_name_plural = _("decision purposes")


class BarrierKind(Term):
    """What stands in the way of sharing, or helps it."""

    class Meta(Term.Meta):
        verbose_name = _("barrier kind")
        verbose_name_plural = _("barrier kinds")
