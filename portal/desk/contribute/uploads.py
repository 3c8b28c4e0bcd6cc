"""Files in a member's form: read as in the admin, kept as documents, and open to readers with what they stand in."""

from pathlib import PurePath

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.forms.utils import flatatt
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model
from wagtail.documents.forms import get_document_form
from wagtail.models import Collection

LONGEST_TITLE = 255
HELP = _("PDF, office file or text, up to 10 MB. Whoever may read this entry may open it, once it is published.")


class FileChoice(forms.ClearableFileInput):
    """The file that is there, by its title and not by its address: one that no reader sees yet opens for nobody."""

    template_name = "desk/contribute/file_choice.html"
    clear_checkbox_label = _("Take this file away")

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        # Their names have hyphens, which templates cannot ask for.
        context["widget"]["written_attrs"] = flatatt(context["widget"]["attrs"])
        return context


class DocumentUpload(forms.FileField):
    """A file of a row; `initial` is the document that is there. It gives an uploaded file, that document, False for
    “take it away”, or None."""

    widget = FileChoice

    def __init__(self, **options):
        super().__init__(required=False, **options)

    def has_changed(self, initial, data):
        return data is not None


class WithFiles:
    """A row's form with DocumentUploads. A file is checked with the form, and kept when the row is (`keep_files`)."""

    def __init__(self, *args, user, **options):
        super().__init__(*args, **options)
        self.user, self.sent = user, {}
        for name in self.uploads:
            self.initial[name] = getattr(self.instance, name)

    @property
    def uploads(self):
        return [name for name, field in self.fields.items() if isinstance(field, DocumentUpload)]

    def clean(self):
        data = super().clean()
        for name in self.uploads:
            value = self.cleaned_data.get(name)
            if isinstance(value, UploadedFile):
                self._check(name, value)
            # The model's field holds a document; an uploaded file is none yet.
            self.cleaned_data[name] = None if value is False else getattr(self.instance, name)
        return data

    def _check(self, name, file):
        title = self.cleaned_data.get("title") or PurePath(file.name).stem
        document = get_document_model()(uploaded_by_user=self.user)
        said = {"title": title[:LONGEST_TITLE], "collection": Collection.get_first_root_node().pk}
        checked = get_document_form(type(document))(said, {"file": file}, instance=document)
        if checked.is_valid():
            self.sent[name] = checked
            return
        # What is refused for what it holds is refused once more for having no ending any longer.
        for sentences in checked.errors.values():
            self.add_error(name, sentences[:1])

    def keep_files(self):
        """Makes documents of what was sent and puts them into the row; returns their files."""
        kept = {name: checked.save() for name, checked in self.sent.items()}
        for name, document in kept.items():
            setattr(self.instance, name, document)
        return [document.file for document in kept.values()]


def upload_for(db_field):
    """The form field of a row's document."""
    return DocumentUpload(label=capfirst(db_field.verbose_name), help_text=HELP)


def forget(files):
    """Removes files whose documents were taken back with the transaction in which they were made."""
    for file in files:
        file.storage.delete(file.name)
