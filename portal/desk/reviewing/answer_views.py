"""The owner's answer, by the link in the mail: reading the page changes nothing, and nobody has to sign in for it."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from portal.core.doors import personal_link
from portal.core.refusals import refused_in, refused_is_absent
from portal.desk.reviewing.answer_links import read_token
from portal.desk.reviewing.card import card_of
from portal.desk.reviewing.mails import tell_passed
from portal.desk.reviewing.passing import PassOnForm
from portal.notifications.naming import named_record
from portal.records.models import Answer
from portal.records.silence import answer, pass_on

PASS_ON = "pass_on"


# The token in the address is what entitles: the mail is read where nobody is signed in.
@csrf_exempt
@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def still_true(request, token):
    """Absent for a link that is not ours, has ended, or belongs to who speaks no longer for the entry.

    What would take the entry out of view is asked a second time.
    """
    question, user = read_token(token)
    if question is None:
        raise Http404
    says = request.POST.get("says") if request.method == "POST" else None
    form = PassOnForm(request.POST if says == PASS_ON else None, question=question, user=user)
    is_open = question.answered_at is None
    context = {"to_confirm": is_open and says == Answer.GONE and "sure" not in request.POST}
    if says == PASS_ON and is_open:
        context["passed_to"] = _passed(question, user, form)
    elif says is not None and is_open and not context["to_confirm"]:
        _answered(question, user, _known(says))
    return _shown(request, question, user, context | {"form": form})


def _shown(request, question, user, context):
    context |= {
        "record": named_record(question.key, user),
        "card": card_of(question.key),
        "question": question,
        "answers": Answer.choices,
    }
    return render(request, "reviewing/still_true.html", context, status=400 if context["form"].errors else 200)


def _answered(question, user, says):
    with refused_is_absent():
        answer(question=question, by=user, says=says)
    question.refresh_from_db()


def _passed(question, user, form):
    """The organisation that is asked now; None where something is wrong, which then stands in the form."""
    if not form.is_valid():
        return None
    with refused_is_absent(), refused_in(form, "to"):
        pass_on(question=question, by=user, to=form.cleaned_data["to"])
    if form.errors:
        return None
    question.refresh_from_db()
    tell_passed(question)
    return form.cleaned_data["to"]


def _known(says):
    if says not in Answer.values:
        raise Http404
    return says
