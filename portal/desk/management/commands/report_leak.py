from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management.base import BaseCommand, CommandError

from portal.access.enums import Action
from portal.access.models import RecordIdentity
from portal.access.policy import can
from portal.access.services import ChangedMeanwhile, may_report
from portal.desk.incident import reporting
from portal.desk.incident.gone import checks_of
from portal.desk.incident.open_to import spans_of
from portal.desk.incident.seen_lines import lines_of, sums_of
from portal.desk.incident.who_saw import who_saw

SAID = {True: "yes", False: "NO", None: "?"}
"""Whether it is gone from a way out; “?” where the answer was an error."""


class Command(BaseCommand):
    help = "Withdraws an entry that leaked, writes the incident down, and prints who saw it, when, by which way."

    def add_arguments(self, parser):
        parser.add_argument("code", help="the code of the entry, for example CS-7K3M")
        parser.add_argument("--by", required=True, help="the address of the editor or focal point who reports it")
        parser.add_argument("--what", required=True, help="what happened, in a sentence")
        parser.add_argument("--dry-run", action="store_true", help="prints who saw it and changes nothing")

    def handle(self, *, code, by, what, dry_run, **options):
        identity, user = self._found(code, by)
        if dry_run:
            seen = who_saw(identity)
        else:
            seen = self._report(identity, user, what).seen
            identity.refresh_from_db()
            self.stdout.write(f"{identity.code} is withdrawn, and the incident is written down.")
        self._print(identity, seen, user)

    def _found(self, code, by):
        identity = RecordIdentity.objects.filter(code=code.upper()).first()
        if identity is None:
            raise CommandError(f"There is no entry {code}.")
        user = get_user_model().objects.filter(email__iexact=by, is_active=True).first()
        if user is None or not may_report(user, identity):
            raise CommandError(
                f"{by} is no editor, and speaks for neither the owner nor the keeper of {identity.code}."
            )
        return identity, user

    def _report(self, identity, user, what):
        try:
            return reporting.report(identity=identity, by=user, what_happened=what)
        except ChangedMeanwhile as error:
            raise CommandError(f"It is reported already: /incidents/{identity.code}/") from error
        except (PermissionDenied, ValidationError) as error:
            raise CommandError(" ".join(getattr(error, "messages", ["This person may not report it."]))) from error

    def _lines(self, identity, seen, user):
        """Line by line for who may see the log, in sums for editors: as on the page."""
        if can(user, Action.SEE_LOG, identity):
            return [
                f"{each.at:%Y-%m-%d %H:%M}  {each.way:<34}{each.who or each.organisation}"
                for each in lines_of(seen, user)
            ]
        return [f"{each.count:>6}  {each.organisation:<34}{each.way}" for each in sums_of(seen, user)]

    def _print(self, identity, seen, user):
        self.stdout.write("\nOpen to, since, until (reads by everyone, or by all members, leave no line):")
        for span in spans_of(identity):
            until = f"{span.until:%Y-%m-%d %H:%M}" if span.until else "now"
            self.stdout.write(f"  {span.zone.label:<8}{span.level:<22}{span.since:%Y-%m-%d %H:%M}  {until}")
        self.stdout.write("\nWho saw it, which way, when:")
        for line in self._lines(identity, seen, user):
            self.stdout.write(f"  {line}")
        if identity.withdrawn_at:
            self.stdout.write("\nGone from:")
            for check in checks_of(identity):
                self.stdout.write(f"  {SAID[check.is_gone]:<5}{check.label}")
