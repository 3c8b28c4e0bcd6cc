"""The questions and answers about one entry."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from portal.community.discussing import answer, ask, close, reopen, take_back
from portal.community.following import is_following
from portal.community.models import Post, Question
from portal.community.reading import discussion_of
from portal.community.rights import may_discuss
from portal.core.limits import limited
from portal.core.refusals import refused_in
from portal.desk.by_code import identity_for
from portal.desk.community.doors import for_community
from portal.desk.community.forms import PostForm
from portal.linkage.ends import ends_for
from portal.records.reads import note_read

ASK = "ask"


@for_community
@require_http_methods(["GET", "HEAD", "POST"])
@limited("discuss")
def discussion(request, code):
    """All of it, with a form to ask and one to answer; absent for who may not read the details of the entry."""
    identity = identity_for(request, code, may_discuss)
    wrong = {}
    if request.method == "POST":
        wrong = _done(request, identity)
        if not wrong:
            return HttpResponseRedirect(reverse("community:discussion", args=[identity.code]))
    note_read(request, identity.key)
    context = _context(request, identity, wrong)
    return render(request, "community/discussion.html", context, status=400 if wrong else 200)


def _context(request, identity, wrong):
    return {
        "entry": ends_for([identity.key], request.user)[identity.key],
        "is_followed": is_following(request.user, identity.key),
        "ask": wrong.get(ASK) or _ask_form(None),
        "wrong": next(iter(wrong.values()), None),
        "threads": [
            (question, wrong.get(str(question.key)) or _answer_form(None, question.key))
            for question in discussion_of(identity, request.user)
        ],
    }


def _ask_form(data):
    return PostForm(data, prefix=ASK, label=_("Your question"))


def _answer_form(data, key):
    return PostForm(data, prefix=str(key), label=_("Your answer"))


def _done(request, identity):
    """Does what a button says. Returns the form in which something is wrong, by its prefix; {} when it is done."""
    word, _sep, key = request.POST.get("action", "").partition(":")
    if word == ASK:
        return _written(_ask_form(request.POST), ask, user=request.user, identity=identity)
    if word == "answer":
        question = _found(Question.objects.filter(identity=identity), key)
        return _written(_answer_form(request.POST, question.key), answer, user=request.user, question=question)
    if word in ON_QUESTION:
        action, said = ON_QUESTION[word]
        action(user=request.user, question=_found(Question.objects.filter(identity=identity), key))
    elif word == "take-back":
        take_back(user=request.user, post=_found(Post.objects.filter(question__identity=identity), key))
        said = _("Taken back: nobody reads it any more.")
    else:
        raise Http404
    messages.success(request, said)
    return {}


ON_QUESTION = {
    "close": (close, gettext_lazy("The question is closed.")),
    "reopen": (reopen, gettext_lazy("The question is open again.")),
}


def _found(rows, key):
    try:
        return rows.get(pk=key)
    except (rows.model.DoesNotExist, ValidationError) as error:
        raise Http404 from error


def _written(form, write, **whose):
    if form.is_valid():
        # What is wrong with the words themselves the service says, whoever brings them.
        with refused_in(form, "text"):
            write(text=form.cleaned_data["text"], **whose)
    return {} if form.is_valid() else {form.prefix: form}
