"""A judged collection in the form of BEIR: texts, questions, and which texts answer which question how well.

The form: https://github.com/beir-cellar/beir/wiki/Load-your-custom-dataset
"""

import csv
import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

QRELS = ("qrels/test.tsv", "qrels.tsv")


class NotACollection(Exception):
    """The folder holds no judged collection; the message says what is missing or wrong."""


@dataclass(frozen=True)
class Judged:
    """`texts`: title and text by id. `questions`: words by id. `grades`: by question, those of texts that answer it."""

    texts: dict[str, tuple[str, str]]
    questions: dict[str, str]
    grades: dict[str, dict[str, int]]


def read(folder: Path) -> Judged:
    """The collection in a folder, with the questions that at least one text answers. Raises NotACollection."""
    texts = {row["_id"]: (row.get("title") or "", row.get("text") or "") for row in _lines(folder / "corpus.jsonl")}
    asked = {row["_id"]: row.get("text") or "" for row in _lines(folder / "queries.jsonl")}
    grades = _grades(folder)
    questions = {key: asked[key] for key in grades if key in asked}
    if not texts or not questions:
        raise NotACollection(f"No question of {folder} has a text that answers it.")
    return Judged(texts, questions, {key: grades[key] for key in questions})


def _lines(path):
    try:
        with path.open(encoding="utf-8") as file:
            rows = [json.loads(line) for line in file if line.strip()]
    except FileNotFoundError as error:
        raise NotACollection(f"There is no {path}.") from error
    except ValueError as error:
        raise NotACollection(f"{path} is no file of JSON lines: {error}") from error
    if any(not isinstance(row, dict) or "_id" not in row for row in rows):
        raise NotACollection(f"A line of {path} has no _id.")
    return [row | {"_id": str(row["_id"])} for row in rows]


def _grades(folder):
    path = next((folder / name for name in QRELS if (folder / name).is_file()), None)
    if path is None:
        raise NotACollection(f"There is neither {' nor '.join(QRELS)} in {folder}.")
    grades = defaultdict(dict)
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.reader(file, delimiter="\t"), start=1):
            if len(row) != 3 or not (row[2].strip().lstrip("-").isdigit() or number == 1):
                raise NotACollection(f"Line {number} of {path} is not: query-id, corpus-id, score.")
            # The first line names the columns, where there is such a line.
            if row[2].strip().lstrip("-").isdigit() and int(row[2]) > 0:
                grades[row[0]][row[1]] = int(row[2])
    return grades
