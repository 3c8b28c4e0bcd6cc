"""Fields and rows of which the kinds make their story."""

from wagtail.fields import RichTextField

from portal.records.models import TextRow

PROSE = ["bold", "italic", "link", "document-link", "ol", "ul"]


def prose(label, help_text):
    """A text of the story: bold, italic, lists and links, nothing else."""
    return RichTextField(label, features=PROSE, blank=True, help_text=help_text)


class OneText(TextRow):
    """A row that is one text and nothing else, its field `text`: a lesson, a step, a risk."""

    text_fields = ("text",)

    class Meta(TextRow.Meta):
        abstract = True

    def __str__(self):
        return self.text
