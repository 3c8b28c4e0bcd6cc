"""Reads a catalogue, from a file or from the web, and takes over what it says. Several ways in, this one inside."""

from dataclasses import replace
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction

from portal.harvest.enums import Format
from portal.harvest.fetching import Refused, fetch
from portal.harvest.fetching.pages import api_address, read_pages
from portal.harvest.models import HarvestRun, HarvestSource
from portal.harvest.reading import Described, Unreadable
from portal.harvest.reading.ckan import read_answer
from portal.harvest.reading.graphs import ACCEPT, read_graph
from portal.harvest.reading.package import described, is_deleted
from portal.harvest.writing.running import Reading, note_unchanged, run

FILES = {Format.CKAN: "CKAN", Format.DCAT: "DCAT"}
"""What readers are told of files that do not say which site gave them."""


class NotRead(Exception):
    """A catalogue could not be read: its text says why. Everything is as it was, but for the run that says so."""


def import_file(*, format, content: bytes, name: str, site="", language="", by=None, is_part=False) -> HarvestRun:
    """Takes over what a file says (`content`, called `name`). `site` is the address of who gave it, where the file does
    not say; `is_part`: what the file lacks is not taken for gone. Raises NotRead."""
    try:
        if format == Format.DCAT:
            reading, found = _of_said(read_graph(content, name=name, address=site)), ""
        else:
            reading, found = _of_packages(content, site)
    except Unreadable as error:
        raise NotRead(str(error)) from error
    address = site or found
    source = source_at(format, address, title=_host(address) or FILES[format], language=language, by=by)
    return run(source=source, reading=replace(reading, is_whole=reading.is_whole and not is_part))


def import_address(*, format, address: str, language="", by=None) -> HarvestRun:
    """Takes over what an address of the web gives. Raises NotRead."""
    source = source_at(format, address, title=_host(address) or address[:200], language=language, by=by)
    return read_source(source)


def read_source(source: HarvestSource, *, only_if_changed=False) -> HarvestRun:
    """Reads a catalogue at its address. `only_if_changed`: one that says that it did not change since is believed.
    Raises NotRead; the run that is kept says why, too."""
    given = {"etag": source.etag, "modified": source.modified} if only_if_changed else {}
    try:
        reading, marks = _asked(source, given)
    except (Refused, Unreadable) as error:
        HarvestRun.objects.create(source=source, failure=str(error)[:500])
        raise NotRead(str(error)) from error
    with transaction.atomic():
        done = note_unchanged(source=source) if reading is None else run(source=source, reading=reading)
        HarvestSource.objects.filter(pk=source.pk).update(**marks)
    return done


def source_at(format, address, *, title, language="", by=None) -> HarvestSource:
    """The source with that address; a new one gets that title. What is said anew of language and person counts."""
    source, _is_new = HarvestSource.objects.get_or_create(
        format=format, address=address[:1000], defaults={"title": title[:200]}
    )
    said = {name: value for name, value in (("language", language), ("in_name_of", by)) if value}
    for name, value in said.items():
        setattr(source, name, value)
    if said:
        source.save(update_fields=list(said))
    return source


def _asked(source, given):
    """The Reading of a source, None where it did not change since it gave these marks; and its marks of now."""
    return _asked_graph(source, given) if source.format == Format.DCAT else _asked_packages(source, given)


def _asked_packages(source, given):
    pages = read_pages(api_address(source.address), **given)
    marks = {"etag": pages.etag, "modified": pages.modified}
    if pages.packages is None:
        return None, marks
    return Reading(_described(pages.packages, pages.site), pages.is_whole, pages.total), marks


def _asked_graph(source, given):
    fetched = fetch(source.address, accept=ACCEPT, **given)
    marks = {"etag": fetched.etag, "modified": fetched.modified}
    if fetched.content is None:
        return None, given
    said = read_graph(fetched.content, media=fetched.media, address=fetched.address)
    return _of_said(said), marks


def _of_packages(content, site):
    """The Reading of the bytes of a file, and the address of the site that gave it."""
    answer = read_answer(content)
    found = site or answer.site
    packages = answer.packages[: settings.HARVEST_MOST]
    is_whole = answer.is_whole and len(packages) == len(answer.packages)
    return Reading(_described(packages, found.rstrip("/")), is_whole, answer.count), found


def _of_said(said):
    most = settings.HARVEST_MOST
    return Reading(said[:most], len(said) <= most, len(said))


def _described(packages, site) -> list[Described]:
    """What is said of each; what the catalogue deleted is as if it were not there."""
    return [described(each, site) for each in packages if not is_deleted(each)]


def _host(address):
    return (urlsplit(address).hostname or "") if address else ""
