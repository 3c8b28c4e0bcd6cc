import json

import pytest

TEXTS = {"a": ("Wells", "Drones mapped the wells."), "b": ("Schools", "Drones flew over."), "c": ("Roads", "Cleared.")}


@pytest.fixture
def folder(tmp_path):
    """A judged collection of three texts and two questions."""
    (tmp_path / "qrels").mkdir()
    rows = [{"_id": key, "title": title, "text": text} for key, (title, text) in TEXTS.items()]
    questions = [{"_id": "1", "text": "which drones mapped wells"}, {"_id": "2", "text": "roads"}]
    for name, lines in (("corpus", rows), ("queries", questions)):
        (tmp_path / f"{name}.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    judged = "query-id\tcorpus-id\tscore\n1\ta\t2\n1\tb\t1\n1\tc\t0\n2\tc\t1\n"
    (tmp_path / "qrels" / "test.tsv").write_text(judged, encoding="utf-8")
    return tmp_path
