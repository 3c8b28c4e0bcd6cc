"""Words that everybody reads as soon as one editor has saved them: what must not be among them is refused where they
are typed.

What that is, portal.records.linter knows, which stands to the right and says so when the site starts.
"""

from collections.abc import Callable

from django.forms import EmailField

_rules: list[Callable[[str, bool], str]] = []


def refuse_by(rule: Callable[[str, bool], str]) -> None:
    """Sets what `refusal` asks: a function of a text, and of whether it is a mailbox."""
    _rules[:] = [rule]


def refusal(text: str, is_mailbox: bool = False) -> str:
    """What is to be taken out of a text, in a sentence; empty where everybody may read it."""
    return _rules[0](text, is_mailbox)


class OpenWords:
    """For forms: asks of each text that was typed, says at its field what is to be taken out."""

    def clean(self):
        data = super().clean()
        for name, value in list(self.cleaned_data.items()):
            is_mailbox = isinstance(self.fields[name], EmailField)
            texts = [text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str)]
            if sentences := list(filter(None, (refusal(text, is_mailbox) for text in texts))):
                self.add_error(name, sentences)
        return data
