"""Proceedings as files: found where they were made before, else made, one at a time."""

from events.proceedings.documents import docx_of
from events.proceedings.keeping import keep_file, kept_file
from events.proceedings.one_file_at_a_time import the_one_place
from events.proceedings.printing import digest_of_page, pdf_of_page, print_page


class TooOften(Exception):
    """Too many files were made for who asks."""


def file_of(form, said, *, version=None, may_make) -> bytes:
    """The bytes of Proceedings as `form` ("pdf" or "docx"), in the language of now; `version` is the published one that
    they are. `may_make()` is asked before anything is made, not for what is there.

    Raises TooOften where that says no, printing.TooLong, and Busy while another file is made.
    """
    return (_pdf if form == "pdf" else _docx)(said, version, may_make)


def _pdf(said, version, may_make):
    page = print_page(said, number=version and version.number)
    digest = digest_of_page(page)
    if found := _kept(version, digest):
        return found
    _require(may_make)
    with the_one_place():
        # Who held the place may have made the same.
        content = _kept(version, digest) or pdf_of_page(page)
    if version:
        keep_file(version.pk, digest, content)
    return content


def _docx(said, version, may_make):
    _require(may_make)
    with the_one_place():
        return docx_of(said, number=version and version.number)


def _kept(version, digest):
    return kept_file(version.pk, digest) if version else None


def _require(may_make):
    if not may_make():
        raise TooOften
