"""Records as the portal itself makes them: saved under their index, published, their access decided."""

from case_studies.models import CaseStudyPage
from portal.access.changes import announce, announced_together
from portal.access.enums import Level, TextSensitivity
from portal.access.models import RecordIdentity


def make_record(model=CaseStudyPage, *, listed_to=Level.PUBLIC, details_to=None, language="en", publish=True, **fields):
    """A page of that model with the given access; rows and relations are given as lists by their names."""
    with announced_together():
        return _make(model, language, publish, fields, listed_to=listed_to, details_to=details_to)


def _make(model, language, publish, fields, **access):
    children = {name: fields.pop(name) for name in list(fields) if isinstance(fields[name], list)}
    (index_model,) = model.allowed_parent_page_models()
    index = index_model.objects.select_related("locale").get(locale__language_code=language)
    page = model(**{"title": "A case of sharing", "locale": index.locale, "live": False, **fields})
    index.add_child(instance=page)
    for name, rows in children.items():
        getattr(page, name).set(rows)
    decide(page, **access)
    revision = page.save_revision()
    if publish:
        revision.publish()
        page.refresh_from_db()
    return page


def decide(page, *, listed_to, details_to=None, **parties):
    """Sets the identity row of a page as a world needs it, past the services (which narrow, widen and audit)."""
    details_to = details_to or listed_to
    sensitivity = TextSensitivity.LOW
    RecordIdentity.objects.filter(pk=page.key).update(
        listed_to=listed_to, details_to=details_to, text_sensitivity=sensitivity, **parties
    )
    announce(page.key)
