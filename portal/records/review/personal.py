"""What the review keeps of a person, and how long."""

from portal.core.retention import kept_for
from portal.records.models import Assignment, ReviewerArea, ReviewNote, StillTrueQuestion


def forget_person(user):
    """Takes away what they saw to and saw first; their notes stay for the other editors, by a number without a name."""
    Assignment.objects.filter(to=user).delete()
    ReviewerArea.objects.filter(user=user).delete()


def of_person(user):
    """Plain values for their own data: what they see first, and when they wrote notes. Notes are about others."""
    area = ReviewerArea.objects.filter(user=user).first()
    return {
        "countries": [term.key for term in area.countries.all()] if area else [],
        "sectors": [term.key for term in area.sectors.all()] if area else [],
        "languages": area.languages if area else [],
        "assigned_since": list(Assignment.objects.filter(to=user).order_by("at").values_list("at", flat=True)),
        "notes_written_at": list(ReviewNote.objects.filter(by=user).values_list("at", flat=True)),
    }


@kept_for("Notes among editors on drafts", days=730)
def old_notes(before):
    return ReviewNote.objects.filter(at__lt=before).delete()[0]


@kept_for("Questions whether an entry is still true, after the answer", days=1095)
def answered_questions(before):
    return StillTrueQuestion.objects.filter(answered_at__lt=before).delete()[0]
