"""The pages on which members contribute. Each reads what was sent, delegates, and says where it goes on."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from portal.core.form_keys import key_of, new_token
from portal.desk.contribute.answering import gone_on, keep, shown
from portal.desk.contribute.authors import author_of, authors_only, contributable
from portal.desk.contribute.drafts import base_of, entries_of_organisation, entries_one_runs, own_entries, working
from portal.desk.contribute.past_drafts import left_entries
from portal.desk.contribute.places import Place
from portal.desk.contribute.saving import already_made, create, new_page
from portal.desk.contribute.screens import Screen
from portal.desk.contribute.sections import sections_for
from portal.desk.contribute.versions import version_in

LONGEST_TITLE = 255
ENTRY = "entry"
"""What the form of `new` makes: the purpose of its key."""
ways = require_http_methods(["GET", "HEAD", "POST"])


@login_required
@require_safe
def home(request):
    """What one may contribute, and one's own entries with their state."""
    is_author = author_of(request.user) is not None
    context = {
        "kinds": contributable() if is_author else [],
        "own": [*own_entries(request.user), *left_entries(request.user)] if is_author else [],
        "of_organisation": entries_of_organisation(request.user) if is_author else [],
        "one_runs": entries_one_runs(request.user) if is_author else [],
    }
    return render(request, "desk/contribute/home.html", context)


@ways
@authors_only
def new(request, kind, author):
    """The first screen of a new entry. Sent a second time, it goes into the entry that it made."""
    token = request.POST.get("token") or new_token(request.user, ENTRY)
    page = new_page(kind, request.user, key_of(token, request.user, ENTRY))
    parameters = request.POST if request.method == "POST" else request.GET
    begun = kind.short.prefill(page, request.user, parameters)
    asked = Screen(
        kind, kind.short.screens[0], page, author, request.POST or None, request.FILES,
        initial={"title": request.GET.get("title", "")[:LONGEST_TITLE], **begun}, is_draft=_is_draft(request),
    )  # fmt: skip
    asked.carried = [(name, value) for name in kind.short.carried for value in parameters.getlist(name)]
    if request.method != "POST" or not asked.is_valid():
        return shown(request, asked, Place(kind), None, token)
    if made := already_made(kind, page.translation_key, request.user):
        return keep(request, asked, Place(kind, made.identity.code), None, token)
    made = create(asked, author.chosen(request.POST.get("organisation", "")))
    return gone_on(request, Place(kind, made.identity.code), made.latest_revision_id)


@ways
@authors_only
def screen(request, kind, code, number, author):
    """One of the two screens of an entry."""
    if not 1 <= number <= len(kind.short.screens):
        raise Http404
    work = working(request, kind, code, author)
    return _asked(request, Place(kind, code.upper(), number), kind.short.screens[number - 1], author, work)


@ways
@authors_only
def more(request, kind, code, number, author):
    """One section of the full form."""
    work = working(request, kind, code, author, is_part=True)
    section = next((each for each in sections_for(work, kind) if each.number == number), None)
    if section is None:
        raise Http404
    return _asked(request, Place(kind, code.upper(), number, True), section.questions, author, work)


def _asked(request, place, questions, author, work):
    sent = version_in(request.POST.get("version"), request.user)
    version = work.version if request.method != "POST" or sent is None else sent
    page = base_of(work, version)
    page.read_identity = work.identity
    options = {"more": request.GET.get("add", ""), "is_draft": place.is_section or _is_draft(request)}
    asked = Screen(place.kind, questions, page, author, request.POST or None, request.FILES, **options)
    if request.method == "POST" and asked.is_valid():
        return keep(request, asked, place, version)
    return shown(request, asked, place, version)


def _is_draft(request):
    """Whether what was sent may have holes: only who goes on is asked to fill them."""
    return request.method == "POST" and "continue" not in request.POST
