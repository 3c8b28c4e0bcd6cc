"""What a service refuses, and how who asked for it learns of it. A view says which of these it means:

    with refused_is_absent(), refused_in(form):
        return open_action(by=request.user, **form.cleaned_data)

Services raise PermissionDenied, and ValidationError with sentences for people.
"""

from contextlib import contextmanager

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404


@contextmanager
def refused_is_absent():
    """What one may not do, or not any more, is absent: raises Http404 where a service raised PermissionDenied."""
    try:
        yield
    except PermissionDenied as refused:
        raise Http404 from refused


@contextmanager
def refused_in(form, field=None):
    """What a service said in a ValidationError stands in the form, which is no longer valid then: at the fields that
    it named where the form has them, else at `field`, else on top."""
    try:
        yield
    except ValidationError as refused:
        named = refused.error_dict if hasattr(refused, "error_dict") else {field: refused}
        for name, errors in named.items():
            form.add_error(name if name in form.fields else field, errors)


@contextmanager
def refused_above(request):
    """The same for a button that has no form: it stands above the next page."""
    try:
        yield
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
