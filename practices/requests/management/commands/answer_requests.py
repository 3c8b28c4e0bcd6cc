from django.core.management import BaseCommand

from practices.requests.day import do_the_day


class Command(BaseCommand):
    help = (
        "Reminds of requests and of data to be destroyed, ends what nobody answered and what is over; safe to repeat."
    )

    def handle(self, **options):
        self.stdout.write(f"{do_the_day()} new mails")
