"""What meets a need, as one reader sees it."""

from dataclasses import dataclass

from portal.linkage.ends import End, ends_for


@dataclass(frozen=True)
class Answer:
    """What somebody wrote of it, and the entry that gives it where the reader may know of one."""

    note: str
    end: End | None


def answers_of(need, user) -> list[Answer]:
    """The Answers of a DataNeedPage for who may read its details; those of which nothing can be said are left out."""
    rows = list(need.met_by.all())
    ends = ends_for([row.target_id for row in rows if row.target_id], user)
    answers = [Answer(row.note, ends.get(row.target_id)) for row in rows]
    return [answer for answer in answers if answer.note or answer.end]
