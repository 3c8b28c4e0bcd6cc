import pytest

from portal.search.retrieval.collection import NotACollection, read
from tests.search.retrieval.conftest import TEXTS


def test_texts_questions_and_grades(folder):
    judged = read(folder)

    assert judged.texts == TEXTS
    assert judged.questions == {"1": "which drones mapped wells", "2": "roads"}
    assert judged.grades == {"1": {"a": 2, "b": 1}, "2": {"c": 1}}


def test_grades_may_stand_in_the_folder_itself_and_without_a_head(folder):
    (folder / "qrels" / "test.tsv").unlink()
    (folder / "qrels.tsv").write_text("2\tc\t1\n", encoding="utf-8")

    assert read(folder).grades == {"2": {"c": 1}}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("corpus.jsonl", None, "There is no "),
        ("corpus.jsonl", "{", "is no file of JSON lines"),
        ("queries.jsonl", '{"text": "roads"}\n', "has no _id"),
        ("queries.jsonl", '{"_id": "9", "text": "roads"}\n', "No question of"),
        ("qrels/test.tsv", None, "There is neither qrels/test.tsv nor qrels.tsv in"),
        ("qrels/test.tsv", "query-id\tcorpus-id\tscore\n1\ta\n", "Line 2 of"),
    ],
)
def test_what_is_no_collection_is_said(folder, name, text, said):
    path = folder / name
    path.unlink()
    if text is not None:
        path.write_text(text, encoding="utf-8")

    with pytest.raises(NotACollection, match=said):
        read(folder)
