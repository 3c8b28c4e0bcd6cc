"""Which words people search for, counted by day; nothing of who asks is kept longer than that day (decision 0046)."""

import unicodedata
from datetime import timedelta
from secrets import token_hex

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from portal.records.linter import find

from .models import AskedSearch, AskerMark, AskingSalt
from .safety_questions import asks_whether_safe

LONGEST = 80
ENOUGH_PEOPLE = 5
"""As many different people make a search a popular one; more are not counted."""
MOST_A_DAY = 2_000
"""Different words of one day that are counted: a machine that asks for anything cannot fill the table."""


def counted_text(typed: str) -> str:
    """The words as they are counted: in small letters, evenly spaced. "" for what is not: long texts, what holds a
    place, a number or mailbox of somebody, and questions whether a place is safe."""
    text = " ".join(unicodedata.normalize("NFC", typed).casefold().split())
    if not 2 <= len(text) <= LONGEST or find(typed) or asks_whether_safe(typed):
        return ""
    return text


@transaction.atomic
def count_search(text: str, *, who: str, has_result: bool) -> None:
    """Counts one search for a counted text by `who`, of whom only a mark of today is kept."""
    row = _row(text)
    if row is None:
        return
    nothing = 0 if has_result else 1
    AskedSearch.objects.filter(pk=row.pk).update(asked=F("asked") + 1, without_result=F("without_result") + nothing)
    if row.people < ENOUGH_PEOPLE:
        _count_person(row, who)


def count_opened(text: str) -> None:
    """Counts that a hit of a search was opened, if the search was counted today."""
    AskedSearch.objects.filter(day=timezone.localdate(), text=text).update(opened=F("opened") + 1)


def forget_askers(day) -> int:
    """Takes away marks and salts of days before `day`; how many marks."""
    AskingSalt.objects.filter(day__lt=day).delete()
    return AskerMark.objects.filter(asked__day__lt=day).delete()[0]


def _row(text):
    """Today's row of a text; None where there are too many already."""
    today = timezone.localdate()
    row = AskedSearch.objects.filter(day=today, text=text).first()
    if row is None and AskedSearch.objects.filter(day=today).count() < MOST_A_DAY:
        AskedSearch.objects.bulk_create([AskedSearch(day=today, text=text)], ignore_conflicts=True)
        row = AskedSearch.objects.get(day=today, text=text)
    return row


def _count_person(row, who):
    mark = salted_hmac(_salt(row.day), f"{row.pk} {who}", algorithm="sha256").hexdigest()[:32]
    try:
        with transaction.atomic():
            AskerMark.objects.create(asked=row, mark=mark)
    except IntegrityError:
        return
    AskedSearch.objects.filter(pk=row.pk).update(people=F("people") + 1)
    if row.people + 1 >= ENOUGH_PEOPLE:
        AskerMark.objects.filter(asked=row).delete()


def _salt(day):
    """The salt of a day. With the first of a day those of earlier days go, and their marks."""
    salt, is_new = AskingSalt.objects.get_or_create(day=day, defaults={"salt": token_hex(16)})
    if is_new:
        forget_askers(day)
    return salt.salt


def since(days: int):
    """The first of the last so many days."""
    return timezone.localdate() - timedelta(days=days - 1)
