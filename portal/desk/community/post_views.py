"""One post that somebody reports or an editor decides about, and all those that wait for editors."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from portal.community.enums import Verdict
from portal.community.models import Post
from portal.community.moderating import report, reported_to, rule
from portal.community.reading import shown_post
from portal.community.rights import may_discuss, may_rule
from portal.core.doors import entitled_only
from portal.core.limits import limited
from portal.desk.community.doors import for_community
from portal.desk.community.forms import ReportForm, RulingForm
from portal.directory.rights import ADMIN_PERMISSION
from portal.linkage.ends import ends_for
from portal.records.reads import note_read
from portal.records.review.assigning import editors as all_editors

editors = entitled_only(ADMIN_PERMISSION)


@for_community
@require_http_methods(["GET", "HEAD", "POST"])
@limited("report")
def one_post(request, key):
    """Reports a post; editors who did not write it hide or show it here. Absent for who does not see its discussion."""
    found = Post.objects.select_related("question__identity", "author__member", "organisation").filter(pk=key).first()
    if found is None or not may_discuss(request.user, found.question.identity):
        raise Http404
    forms = {"report": ReportForm(), "ruling": RulingForm()}
    if request.method == "POST" and _done(request, found, forms):
        return HttpResponseRedirect(_back(request, found))
    identity = found.question.identity
    note_read(request, identity.key)
    wrong = any(form.errors for form in forms.values())
    context = forms | {
        "post": shown_post(found, request.user),
        "entry": ends_for([identity.key], request.user)[identity.key],
        "may_rule": may_rule(request.user, found),
    }
    return render(request, "community/post.html", context, status=400 if wrong else 200)


def _done(request, post, forms):
    """Whether what the button says is done; what is wrong stands in its form."""
    action = request.POST.get("action")
    if action == "report":
        form = forms["report"] = ReportForm(request.POST)
        if form.is_valid():
            report(user=request.user, post=post, **form.cleaned_data)
            messages.success(request, _("Thank you. An editor will look at it."))
    elif action in Verdict.values and may_rule(request.user, post):
        form = forms["ruling"] = RulingForm(request.POST)
        if form.is_valid():
            rule(by=request.user, post=post, verdict=action, **form.cleaned_data)
            messages.success(request, RULED[Verdict(action)])
    else:
        raise Http404
    return form.is_valid()


RULED = {
    Verdict.HIDE: gettext_lazy("It is hidden now."),
    Verdict.SHOW: gettext_lazy("It is shown now."),
}


def _back(request, post):
    if request.POST.get("from") == "reported":
        return reverse("community:reported")
    return reverse("community:discussion", args=[post.question.identity.code])


@editors
@require_safe
def reported_posts(request):
    """What waits for editors, each decided by one click: the complaint is the reason, unless they write another. What
    they wrote themselves waits for another editor."""
    waiting = reported_to(request.user)
    note_read(request, *(end.key for _post, end in waiting))
    lines = [(shown_post(post, request.user), end, _complaints(post)) for post, end in waiting]
    is_alone = not all_editors().exclude(pk=request.user.pk).exists()
    return render(request, "community/reported.html", {"lines": lines, "is_alone": is_alone})


def _complaints(post):
    return [each for each in post.reports.all() if each.ruling_id is None]
