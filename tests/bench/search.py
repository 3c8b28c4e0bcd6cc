"""The search service beside the same queries by hand."""

from collections import Counter

from django.http import QueryDict

from portal.search.analysis import is_stop_word
from portal.search.engines import engine
from portal.search.models import RecordDocument, SearchText, SearchWord
from portal.search.query import RecordQuery
from portal.search.suggestions import suggest
from tests.bench import by_hand
from tests.bench.timing import middle, milliseconds, p95


def rows(readers):
    """Lines of the table: what, ours in ms, by hand in ms, and whether that is within the target."""
    broad, middling, narrow = sample_words()
    for reader, user in readers.items():
        for name, words in (("broad", [broad]), ("two words", [broad, middling]), ("narrow", [narrow])):
            yield _search(f"{name}, {reader}", words, user, is_narrow=name == "narrow")
    yield _listing("whole list, visitor", "")
    six = [broad, middling, narrow, "balloon", "zeppelin", "wells"]
    yield _listing("any of six words, visitor", f"q={'+'.join(six)}")
    yield _suggestions(broad)
    yield _with_an_error()


def sample_words():
    """Unstemmed words of about half, a tenth and a thousandth of the public texts."""
    texts = SearchText.objects.filter(view="public").values_list("body", flat=True)[:3000]
    found = Counter(word for text in texts for word in set(text.split()))
    shares = {word: count / len(texts) for word, count in found.items() if not is_stop_word(word)}
    return [min(shares, key=lambda word: (abs(shares[word] - share), word)) for share in (0.5, 0.1, 0.001)]


def _search(name, words, user, is_narrow):
    query = RecordQuery.from_parameters(QueryDict(f"q={'+'.join(words)}"))
    total = engine().search(query, user, "en").total
    ours, hand = milliseconds(lambda: engine().search(query, user, "en"), lambda: by_hand.search(words, user))
    assert by_hand.search(words, user)[0] == total
    target = middle(ours) <= middle(hand) + 5 if is_narrow else middle(ours) <= 2 * middle(hand)
    return f"{name} ({total} hits)", middle(ours), middle(hand), target, "+5 ms" if is_narrow else "2×"


def _listing(name, parameters):
    query = RecordQuery.from_parameters(QueryDict(parameters))
    total = engine().search(query, None, "en").total
    (ours,) = milliseconds(lambda: engine().search(query, None, "en"))
    return f"{name} ({total} of {RecordDocument.objects.count()})", middle(ours), None, middle(ours) <= 100, "100 ms"


def _suggestions(word):
    ours, hand = milliseconds(lambda: suggest(word[:4], None, "en"), lambda: by_hand.beginning(word[:4]), rounds=40)
    return "suggestions, p95", p95(ours), p95(hand), p95(ours) <= 30, "30 ms"


def _with_an_error():
    """Two words of a title of which the last has two letters in each other's place: nothing begins so."""
    title = SearchWord.objects.filter(rank=0, length__gte=8).order_by("-documents").values_list("word", flat=True)[0]
    typed = f"{title[:4]}{title[5]}{title[4]}{title[6:]}"
    (ours,) = milliseconds(lambda: suggest(typed, None, "en"), rounds=40)
    return "suggestions with an error, p95", p95(ours), None, p95(ours) <= 30, "30 ms"
