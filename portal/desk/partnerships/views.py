"""The board, and the steps of an idea. Each reads what was sent, delegates, and goes back to the idea."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.core.limits import limited
from portal.core.refusals import refused_above, refused_in, refused_is_absent
from portal.desk.by_code import identity_for
from portal.desk.partnerships.forms import AnswerForm, MergeForm, PlanForm, StateForm
from portal.linkage.ends import ends_for
from portal.notifications.naming import published
from portal.records.reads import note_read
from practices.partnerships import services
from practices.partnerships.board import board_for
from practices.partnerships.plan import plan_of
from practices.partnerships.rights import answers_for, may_move, may_take_part
from practices.partnerships.states import MERGED, may_follow, next_states, stands
from practices.partnerships.steps import steps_to_do

ways = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def board(request):
    """The ideas by state."""
    return render(request, "partnerships/board.html", {"columns": board_for(request.user)})


@ways
@limited("act")
def support(request, code):
    """Supports an idea, or takes it back, as a person or with `organisation` (its code) for that."""
    identity = identity_for(request, code, may_take_part)
    if request.method != "POST":
        return HttpResponseRedirect(_url(identity, request.user))
    organisation = None
    if wanted := request.POST.get("organisation"):
        organisation = next((each for each in answers_for(request.user, identity) if each.code == wanted), None)
        if organisation is None:
            raise Http404
    act = services.take_back_support if "stop" in request.POST else services.support
    with refused_above(request):
        act(identity=identity, by=request.user, organisation=organisation)
    return HttpResponseRedirect(f"{_url(identity, request.user)}#support")


@ways
@limited("act")
def answer(request, code):
    """Answers whether an organisation is a partner: for who speaks for one."""
    identity = identity_for(request, code, _answers)
    form = AnswerForm(request.POST or None, organisations=answers_for(request.user, identity))

    def act():
        said = form.cleaned_data["answer"]
        return services.answer_for(identity=identity, organisation=form.chosen, answer=said, by=request.user)

    words = {
        "heading": _("What does your organisation say?"),
        "lead": _("Only who speaks for an organisation answers for it. You can change the answer later."),
        "button": _("Answer"),
        "done": _("Your answer stands beside the partners."),
    }
    return _step(request, identity, form, act, words, "#partners")


@ways
@limited("act")
def state(request, code):
    """Says how far an idea is: for who wrote it, who speaks for its owner or keeper, and editors."""
    identity = identity_for(request, code, may_move)
    form = StateForm(request.POST or None, states=next_states(stands(identity.key).state))

    def act():
        return services.change_state(identity=identity, by=request.user, **form.cleaned_data)

    words = {
        "heading": _("How far is it?"),
        "lead": _("It is %(state)s now. What you say stands on its page, with the day and who said so.")
        % {"state": stands(identity.key).state.label},
        "button": _("Say so"),
        "done": _("The state has changed. It stands in the timeline."),
    }
    return _step(request, identity, form, act, words, "#timeline")


@ways
@limited("act")
def merge(request, code):
    """Makes one of two ideas: for who may say of both how far they are."""
    identity = identity_for(request, code, _may_merge)
    form = MergeForm(request.POST or None, user=request.user, other=identity)

    def act():
        said = form.cleaned_data
        return services.merge_ideas(other=identity, into=said["into"], reason=said["reason"], by=request.user)

    words = {
        "heading": _("It is the same as another idea"),
        "lead": _("One of the two goes on; this one stays to be read and says where. This cannot be taken back."),
        "button": _("Make one of the two"),
        "done": _("The two are one idea now."),
    }
    return _step(request, identity, form, act, words, "#timeline")


@ways
@limited("act")
def plan(request, code):
    """Makes follow-up actions of steps of the plan: for who may say how far the idea is, while a step has none."""
    identity = identity_for(request, code, may_move)
    steps = steps_to_do(identity.key, plan_of(published(identity).order_by("pk").first()))
    if not steps:
        return HttpResponseRedirect(_url(identity, request.user))
    form = PlanForm(request.POST or None, user=request.user, steps=steps, initial={"organisation": identity.owner_id})

    def act():
        return services.make_actions(identity=identity, steps=form.chosen(), by=request.user)

    words = {
        "heading": _("Make follow-up actions of the steps"),
        "lead": _("Each organisation hears what it does and is reminded. How far an action is stands beside its step."),
        "button": _("Make the actions"),
        "done": _("The actions are made. Who does them is told."),
    }
    return _step(request, identity, form, act, words, "#plan")


def _step(request, identity, form, act, words, place):
    """Does what was sent and goes back to the idea, or shows the form with what is wrong in it."""
    if request.method == "POST" and form.is_valid() and _done(form, act):
        messages.success(request, words["done"])
        return HttpResponseRedirect(f"{_url(identity, request.user)}{place}")
    note_read(request, identity.key)
    context = {"form": form, "idea": _end(identity, request.user), **words}
    return render(request, "partnerships/change.html", context, status=400 if form.errors else 200)


def _done(form, act):
    """Whether it was done; what is wrong with it stands in the form."""
    with refused_is_absent(), refused_in(form):
        act()
    return form.is_valid()


def _end(identity, user):
    ends = ends_for([identity.key], user)
    if identity.key not in ends:
        raise Http404
    return ends[identity.key]


def _url(identity, user):
    return _end(identity, user).url


def _answers(user, identity):
    return bool(answers_for(user, identity))


def _may_merge(user, identity):
    return may_move(user, identity) and MERGED in may_follow(stands(identity.key).state)
