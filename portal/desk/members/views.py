from allauth.core.ratelimit import respond_429
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.access.readers import takes_part
from portal.core.doors import personal_link
from portal.core.limits import is_used_up, limited, too_often
from portal.desk.members import relay
from portal.desk.members.forms import MembersForm, MessageForm, VisitorMessageForm
from portal.desk.members.queries import members_found, offered
from portal.directory.rights import is_editor, speaks_for

ON_A_PAGE = 30
GONE = 410


@login_required
@require_safe
def members(request):
    """The members who agreed to be listed, for members; absent for everybody else."""
    if not takes_part(request.user):
        raise Http404
    form = MembersForm(request.GET, **offered(request.user))
    found = members_found(request.user, form.cleaned_data) if form.is_valid() else []
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    context = {"form": form, "page": page, "query": query.urlencode(), "invite_url": _invite_url(request.user)}
    return render(request, "members/members.html", context)


def _invite_url(user):
    """Where this person invites; "" for who may not."""
    if is_editor(user):
        return reverse("joining:invitations")
    return f"{reverse('joining:people')}#invite" if speaks_for(user).exists() else ""


@require_http_methods(["GET", "HEAD", "POST"])
def write(request, key):
    """The form that reaches a listed member; absent where nobody listed has that key. Who they are is for members."""
    member = relay.member_to_write_to(key)
    if member is None:
        raise Http404
    knows = takes_part(request.user)
    form = (MessageForm if knows else VisitorMessageForm)(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return (_written if knows else _asked)(request, member, form.cleaned_data)
    context = {"form": form, "member": member if knows else None}
    return render(request, "members/write.html", context, status=400 if form.errors else 200)


def _written(request, member, values):
    if refusal := too_often(request, "write_to_member") or _too_often_to(request, member, by=request.user.email):
        return refusal
    relay.write_as_member(member=member, by=request.user, **values)
    messages.success(request, _("Your message is on its way. An answer comes to your address."))
    return HttpResponseRedirect(reverse("member_directory:members"))


def _asked(request, member, values):
    if refusal := too_often(request, "write_to_member_by_mail"):
        return refusal
    if not is_used_up(request, "message_mail", values["email"].lower()):
        relay.ask_to_write(member=member, language=request.LANGUAGE_CODE, **values)
    return HttpResponseRedirect(reverse("member_directory:sent"))


def _too_often_to(request, member, by):
    """The answer 429 to who wrote to this member often enough today, and to all when very many did; else None."""
    return respond_429(request) if is_used_up(request, "written_to", str(member.contact_key), by=by) else None


@require_safe
def sent(request):
    """That a link is on its way to the visitor's address."""
    return render(request, "members/sent.html", {"is_done": False})


@require_safe
def passed_on(request):
    """That a visitor's message is on its way."""
    return render(request, "members/sent.html", {"is_done": True})


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
@limited("message_confirm")
def confirm(request, token):
    """Confirms the address of a visitor by one button: mail scanners open links, so reading sends nothing."""
    try:
        message = relay.message_of(token)
        if request.method != "POST":
            return render(request, "members/confirm.html", {"message": message})
        if refusal := _too_often_to(request, message.member, by=message.email):
            return refusal
        relay.confirm_message(token=token)
    except ValidationError as error:
        return render(request, "members/over.html", {"text": error.messages[0]}, status=GONE)
    return HttpResponseRedirect(reverse("member_directory:passed-on"))
