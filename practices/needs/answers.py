"""What meets a need, as one reader sees it."""

from dataclasses import dataclass

from portal.linkage.ends import End


@dataclass(frozen=True)
class Answer:
    """What somebody wrote of it, and the entry that gives it where there is one."""

    note: str
    end: End | None


def answers_of(need, ends) -> list[Answer]:
    """The Answers of a DataNeedPage for who may read its details; `ends` are by key the Ends of those entries that it
    links to of which they may know. What is about an entry is for who may know of that one, its note too
    (docs/decisions/0015); empty ones are left out."""
    rows = list(need.met_by.all())
    known = [row for row in rows if row.target_id in ends or (row.target_id is None and row.note)]
    return [Answer(row.note, ends.get(row.target_id)) for row in known]
