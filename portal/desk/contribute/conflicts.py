"""Two people write at one entry: what each of them changed, and where both changed the same."""

from dataclasses import dataclass

from wagtail.fields import RichTextField

from portal.access.enums import Action
from portal.access.models import RecordIdentity
from portal.access.policy import can
from portal.desk.contribute.form_fields import own_field
from portal.desk.contribute.rows import content_of
from portal.directory.models import Organisation
from portal.records.plain_prose import as_plain
from portal.records.short_forms import Rows, name_of


@dataclass(frozen=True)
class Clash:
    """One part that both changed: its label and both texts."""

    name: str
    label: str
    mine: str
    theirs: str


def said(page, screen):
    """What a page says in the parts of a screen, comparable, by name."""
    return {name_of(part): _said(page, part, screen) for part in screen.parts}


def copy_parts(source, target, names, screen):
    """Puts parts of one version of a page into another one."""
    for name in names:
        if own := screen.kind.short.own.get(name):
            own.write(target, own.read(source, screen.organisation), screen.organisation)
            continue
        field = source._meta.get_field(name)
        if field.one_to_many or field.many_to_many:
            getattr(target, name).set(list(getattr(source, name).all()))
        else:
            setattr(target, field.attname, getattr(source, field.attname))


def clashes(screen, before, mine, theirs):
    """The names of the parts that both changed, and not to the same."""
    return [
        name for name in screen.names if mine[name] != before[name] and theirs[name] not in (before[name], mine[name])
    ]


def _said(page, part, screen):
    name = name_of(part)
    if own := screen.kind.short.own.get(name):
        return own.read(page, screen.organisation)
    if isinstance(part, Rows):
        return content_of(getattr(page, name).all())
    field = page._meta.get_field(name)
    if field.many_to_many:
        return sorted(str(each.pk) for each in getattr(page, name).all())
    value = getattr(page, field.attname)
    return as_plain(value).split() if isinstance(field, RichTextField) else str(value if value is not None else "")


def worded(page, part, screen):
    """The same for people, as text."""
    name = name_of(part)
    if own := screen.kind.short.own.get(name):
        return str(dict(own_field(own, screen.author.user).choices).get(own.read(page, screen.organisation), ""))
    if isinstance(part, Rows):
        rows = ([_worded(row, field, screen) for field in part.fields] for row in getattr(page, name).all())
        return "\n".join("– " + " · ".join(filter(None, row)) for row in rows)
    return _worded(page, name, screen)


def _worded(thing, name, screen):
    field = thing._meta.get_field(name)
    if field.many_to_many:
        return ", ".join(str(each) for each in getattr(thing, name).all())
    value = getattr(thing, name)
    if isinstance(value, RecordIdentity | Organisation) and not can(screen.author.user, Action.KNOW, value):
        return ""
    return as_plain(value) if isinstance(field, RichTextField) else str(value if value is not None else "")
