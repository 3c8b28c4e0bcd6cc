"""The owner's answer, by the link in the mail, and the text that it is about, for who is signed in."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from portal.access.enums import OwnerAnswer
from portal.access.models.owner_notice import PATIENCE
from portal.access.services import answer_owner
from portal.core.doors import personal_link
from portal.core.limits import limited_link
from portal.core.refusals import refused_in, refused_is_absent
from portal.desk.by_code import identity_for
from portal.desk.my.writers import writers_of
from portal.desk.owners.answering import take_answer
from portal.desk.owners.forms import AnswerForm
from portal.desk.owners.links import read_confirm, read_token
from portal.desk.owners.reading import version_told_of
from portal.notifications.naming import named_record
from portal.records.as_readers import answer_seen, as_readers
from portal.records.reads import note_read


# The token in the address is what entitles: the mail is read where nobody is signed in. Who is signed in answers as
# themselves: their cookie (SameSite=Lax) comes with no form of another site.
@csrf_exempt
@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
@limited_link
def answer(request, token):
    """Absent for a link that is not ours, has ended, or belongs to who speaks no longer for the owner."""
    notice, user = read_token(token)
    if notice is None:
        raise Http404
    form = AnswerForm(request.POST if request.method == "POST" else None, initial={"answer": notice.answer})
    holds = _taken(form, notice, user, request.user) if request.method == "POST" and form.is_valid() else None
    if holds:
        notice.refresh_from_db()
    context = {
        "record": named_record(notice.identity_id, user),
        "notice": notice,
        "until": (notice.told_at or notice.noted_at) + PATIENCE,
        "writers": writers_of([notice.identity_id], user).get(notice.identity_id, ()),
        "may_read": version_told_of(user, notice.identity) is not None,
        "form": form,
        "is_kept": holds is True,
        "is_to_confirm": holds is False,
    }
    return render(request, "owners/answer.html", context, status=400 if form.errors else 200)


@csrf_exempt
@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
@limited_link
def confirm(request, token):
    """“Go ahead”, from the mailbox of who said so; absent when it was answered meanwhile."""
    notice, user, message = read_confirm(token)
    if notice is None:
        raise Http404
    is_done = request.method == "POST"
    if is_done:
        with refused_is_absent():
            answer_owner(notice=notice, by=user, answer=OwnerAnswer.GO_AHEAD, message=message, is_first=True)
    facts = {"notice": notice, "message": message, "is_done": is_done}
    return render(request, "owners/confirm.html", {"record": named_record(notice.identity_id, user), **facts})


@login_required
@require_safe
def text(request, code):
    """The version that waits, as everyone would see it; for who speaks for an owner that was told of it."""
    identity = identity_for(request, code, version_told_of)
    version = version_told_of(request.user, identity)
    if version is None:
        # Decided a moment ago.
        raise Http404
    note_read(request, identity.pk)
    page = version.as_object()
    return answer_seen(as_readers(request, page, identity), page)


def _taken(form, notice, user, signed_in):
    """Whether the answer holds, or is to be confirmed; None when something is wrong with it, which stands in the
    form."""
    with refused_is_absent(), refused_in(form, "message"):
        return take_answer(notice=notice, user=user, signed_in=signed_in, **form.cleaned_data)
