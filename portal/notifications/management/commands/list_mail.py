from django.core.management.base import BaseCommand
from django.db.models import Count

from portal.notifications.enums import State
from portal.notifications.models import Notice
from portal.notifications.queries import unanswered

LISTS = {
    "unanswered": unanswered,
    "refused": lambda: Notice.objects.filter(state=State.REFUSED).order_by("-ended_at"),
    "late": lambda: Notice.objects.filter(state__in=(State.DUE, State.SENDING), attempts__gt=0).order_by("created_at"),
}


class Command(BaseCommand):
    help = "Says how many mails are in which state; with a list, its mails by Message-ID: no address, no words."

    def add_arguments(self, parser):
        parser.add_argument("list", nargs="?", choices=LISTS)

    def handle(self, *, list, **options):
        if list:
            self._print(LISTS[list]())
            return
        for state, count in Notice.objects.values_list("state").annotate(Count("key")).order_by("state"):
            self.stdout.write(f"{count:>8} {state}")

    def _print(self, notices):
        for notice in notices.iterator():
            written = f"{notice.created_at:%Y-%m-%d %H:%M}"
            facts = (notice.message_id, notice.kind, notice.state, notice.answer or "-", written)
            self.stdout.write("  ".join(facts))
