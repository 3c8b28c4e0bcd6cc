"""Drafts that programs make, read, change and send: each request is kept as a whole or not at all."""

from contextlib import contextmanager
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from portal.access.models import RecordIdentity
from portal.access.services import ChangedMeanwhile
from portal.api.answers import absolute, answer, mark_of_data
from portal.api.problems import Problem, Wrong, fields_are_wrong, wrong_in
from portal.api.writing.access import access_form, access_in, begun, wrong_access
from portal.api.writing.filled import answers_in, screen_with, wrong_answers
from portal.core.form_keys import one_at_a_time
from portal.core.languages import under_prefix
from portal.desk.contribute.authors import author_of
from portal.desk.contribute.drafts import message_of, state_of, working
from portal.desk.contribute.saving import ChangedByOthers, already_made, create, new_page, save, save_access
from portal.desk.contribute.sending import missing_of, send
from portal.records.addresses import path_of


def make(request, kind, body):
    """A new draft, sent for review where that is asked for. Sent again with the same Idempotency-Key, it is the one
    that was made."""
    author, key = _author(request), _key_of(request, kind)
    with transaction.atomic(), _refused():
        one_at_a_time(request.user)
        if made := already_made(kind, key, request.user):
            return _shown(request, kind, made.identity.code, author)
        page = _made(request, kind, key, author, body)
        return _shown(request, kind, page.identity.code, author, status=201)


def read(request, kind, code):
    """The draft as who writes it goes on with it."""
    return _shown(request, kind, code, _author(request))


def change(request, kind, code, body):
    """Changes what is said in `body` and leaves the rest; only of the version that the program has read."""
    author = _author(request)
    with transaction.atomic(), _refused():
        # Nobody else changes it until this is over.
        RecordIdentity.objects.select_for_update().filter(code=code.upper()).first()
        work = working(request, kind, code, author)
        _require_read(request, mark_of_data(_said(request, kind, work, author)))
        work.page.read_identity = work.identity
        screen, form = _checked(kind, work.page, author, body)
        save(screen, work.version, {})
        _keep_access(form, work.page, work.identity, request.user)
        if body.send:
            _send(request, kind, code, author)
        return _shown(request, kind, code, author)


def _author(request):
    author = author_of(request.user)
    if author is None:
        raise Problem(403, _("You belong to no organisation here for which you could write."))
    return author


def _key_of(request, kind) -> UUID:
    """The key of what a POST makes: of an Idempotency-Key always the same for the same person and kind."""
    said = request.headers.get("Idempotency-Key")
    if not said:
        return uuid4()
    digest = salted_hmac(f"portal.api.{kind.key}.{request.user.pk}", said, algorithm="sha256").digest()
    return UUID(bytes=digest[:16], version=4)


def _made(request, kind, key, author, body):
    organisation = _organisation(author, body.organisation)
    page = new_page(kind, request.user, key)
    begun(page, kind, organisation)
    screen, form = _checked(kind, page, author, body, is_new=True)
    del page.read_identity
    page = create(screen, organisation)
    _keep_access(form, page, page.identity, request.user)
    if body.send:
        _send(request, kind, page.identity.code, author)
    return page


def _organisation(author, code):
    """That of theirs for which they write."""
    if code is None:
        return author.organisation()
    found = next((each for each in author.organisations if each.code == code.upper()), None)
    if found is None:
        raise fields_are_wrong([Wrong("organisation", _("This is none of your organisations."))])
    return found


def _checked(kind, page, author, body, is_new=False):
    """The valid Screen and AccessForm (None where nothing is said of access) of what was sent; raises Problem with all
    that is wrong in both."""
    said = body.model_dump(mode="json", exclude_unset=True)
    answers = said.get("answers", {})
    if is_new and "title" in kind.short.names():
        answers.setdefault("title", "")
    screen = screen_with(kind, page, author, answers)
    wrong = [] if screen.is_valid() else wrong_answers(screen)
    form = access_form(page, author.user, said["access"], body.send) if said.get("access") else None
    if form is not None and not form.is_valid():
        wrong += wrong_access(form)
    if wrong:
        raise fields_are_wrong(wrong)
    return screen, form


def _keep_access(form, page, identity, user):
    if form is not None and (asked := form.asked_access()):
        save_access(page, identity, by=user, asked=asked)


def _send(request, kind, code, author):
    """Sends what the person wrote, as the page of the draft does; raises Problem with all questions that must be
    answered first."""
    work = working(request, kind, code, author)
    if not work.is_writer:
        raise PermissionDenied
    if missing := missing_of(work.page, kind, author.organisation(work.identity)):
        sentence = _("Answer this before you send it for review.")
        raise fields_are_wrong(Wrong(f"answers.{each.name}", sentence) for each in missing)
    send(key=work.identity.key, kind=kind, by=request.user)


def _require_read(request, now):
    """Raises Problem where the program does not say which version it has read, or read another one."""
    said = request.headers.get("If-Match")
    if said is None:
        raise Problem(428, _("Send the ETag of the draft that you have read as If-Match."))
    if now not in [each.strip() for each in said.split(",")] and said.strip() != "*":
        raise Problem(412, _("Read it again, then send your change with its new ETag."))


def _shown(request, kind, code, author, status=200):
    work = working(request, kind, code, author)
    data = _said(request, kind, work, author)
    place = absolute(f"/api/v1/{kind.index_path}/{work.identity.code}/draft/")
    return answer(request, data, status=status, headers={"Location": place} if status == 201 else None)


def _said(request, kind, work, author):
    stored = kind.model.objects.get(pk=work.page.pk)
    current = stored.current_workflow_state
    work.page.read_identity = work.identity
    return {
        "code": work.identity.code,
        "entry_kind": kind.key,
        "state": state_of(stored, current) if work.is_writer else "published",
        "message": (message_of(current) if work.is_writer else "") or None,
        "url": absolute(under_prefix(path_of(stored))) if stored.live else None,
        "answers": answers_in(kind, work.page, author),
        "access": access_in(work.page, request.user),
    }


@contextmanager
def _refused():
    """What a service refuses is said as a problem, and nothing is kept."""
    try:
        yield
    except ChangedByOthers as changed:
        raise Problem(412, _("Read it again, then send your change with its new ETag.")) from changed
    except ChangedMeanwhile as changed:
        sentence = _("Somebody changed who may see this meanwhile. Look at it again, then save.")
        raise Problem(409, sentence) from changed
    except ValidationError as refused:
        raise Problem(409, "", wrong_in(refused)) from refused
