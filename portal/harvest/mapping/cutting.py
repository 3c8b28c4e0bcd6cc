"""Texts as long as their fields."""


def cut(text: str, longest: int) -> str:
    """A text of at most so many characters, cut between words, with “…” where something is missing."""
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    return (head.rsplit(" ", 1)[0] if " " in head[longest // 2 :] else head).rstrip(" ,;:") + "…"


def first_sentences(text: str, longest: int) -> str:
    """As many whole sentences from the beginning of a text as fit; cut between words where the first is too long."""
    flat = " ".join(text.split())
    if len(flat) <= longest:
        return flat
    ends = [flat.rfind(end, 0, longest) for end in (". ", "! ", "? ", "؟ ", "。")]
    end = max(ends)
    return flat[: end + 1] if end > longest // 3 else cut(flat, longest)
