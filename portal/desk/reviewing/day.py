"""What is done once a day: what silence leads to, and the mails of it."""

from django.utils import timezone

from portal.access.services import tell_untold
from portal.desk.reviewing.mails import remind, write_week
from portal.records.silence import archive_silent, ask_due, close_overtaken
from portal.records.trust import sample_last_month


def do_the_day(now=None):
    """All that silence leads to, and the mail of the week; returns how many mails there are new. Safe to run again."""
    now = now or timezone.now()
    today = timezone.localdate(now)
    close_overtaken(today)
    ask_due(today)
    archive_silent(now)
    tell_untold()
    sample_last_month(now)
    return remind(now) + write_week(today)
