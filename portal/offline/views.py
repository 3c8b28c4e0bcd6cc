from django.http import FileResponse, Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from portal.core.languages import LANGUAGES, reading_language

from .keeping import kept_bundle


@require_safe
def page(request):
    """What there is to take along: the portal in each language, with day and size."""
    bundles = [(kept, _address(kept.language)) for language in LANGUAGES if (kept := kept_bundle(language))]
    return render(request, "offline/page.html", {"bundles": bundles})


@require_safe
def bundle(request):
    """The bundle in the language of the address; absent where there is none now. It is the same for everybody."""
    kept = kept_bundle(reading_language())
    if kept is None:
        raise Http404
    response = FileResponse(kept.path.open("rb"), as_attachment=True, filename=kept.path.name)
    # The pages of the portal are what a search engine should show.
    response["X-Robots-Tag"] = "noindex"
    return response


def _address(language):
    with override(language):
        return reverse("offline:bundle")
