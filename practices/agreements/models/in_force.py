"""Which agreements are in force: said once, for pages, reminders, protocols and the access that rests on one."""

from django.db.models import Exists, OuterRef, Q
from wagtail.models import PageManager

from portal.access.models import RecordIdentity
from portal.records.models.record import RecordPageQuerySet
from practices.agreements.enums import AgreementState


class AgreementPageQuerySet(RecordPageQuerySet):
    def in_force(self, day):
        """Those that are published, signed, begun, not over, not ended and not withdrawn on a day (a date).

        Of one in several languages each must say so: a translation may lag behind, and the stricter word counts.
        """
        runs = _runs_on(day)
        against = self.model.objects.live().filter(translation_key=OuterRef("translation_key")).exclude(runs)
        identities = RecordIdentity.objects.filter(withdrawn_at=None)
        return self.live().filter(runs, ~Exists(against), translation_key__in=identities.values("key"))


def _runs_on(day):
    has_begun = Q(starts_on=None) | Q(starts_on__lte=day)
    is_not_over = Q(ends_on=None) | Q(ends_on__gte=day)
    return has_begun & is_not_over & Q(state=AgreementState.SIGNED)


AgreementPageManager = PageManager.from_queryset(AgreementPageQuerySet)
