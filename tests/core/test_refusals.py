"""What a service refuses stands where it was asked."""

import pytest
from django import forms
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.test import RequestFactory

from portal.core.refusals import refused_above, refused_in, refused_is_absent


class Asked(forms.Form):
    reason = forms.CharField()
    until = forms.DateField(required=False)


def form():
    asked = Asked({"reason": "words", "until": "2030-01-01"})
    assert asked.is_valid()
    return asked


@pytest.mark.parametrize(
    ("refused", "field", "errors"),
    [
        ("No.", None, {"__all__": ["No."]}),
        (["No.", "Never."], None, {"__all__": ["No.", "Never."]}),
        ("No.", "reason", {"reason": ["No."]}),
        ({"until": "Too late."}, None, {"until": ["Too late."]}),
        ({"until": "Too late.", "by": "Not you."}, None, {"until": ["Too late."], "__all__": ["Not you."]}),
        ({"until": "Too late.", "by": "Not you."}, "reason", {"until": ["Too late."], "reason": ["Not you."]}),
    ],
)
def test_what_was_refused_stands_in_the_form(refused, field, errors):
    asked = form()
    with refused_in(asked, field):
        raise ValidationError(refused)

    assert asked.errors == errors
    assert not asked.is_valid()
    assert asked["reason"].value() == "words"


def test_what_was_done_leaves_the_form_as_it_was():
    asked = form()
    with refused_is_absent(), refused_in(asked):
        pass

    assert asked.is_valid()


def test_without_a_form_it_stands_above_the_page():
    request = RequestFactory().post("/")
    request._messages = CookieStorage(request)
    with refused_above(request):
        raise ValidationError({"until": ["Too late.", "Really."], "by": "Not you."})

    assert [str(each) for each in get_messages(request)] == ["Too late. Really. Not you."]


@pytest.mark.parametrize("shown", [lambda: refused_in(form()), lambda: refused_above(None)])
def test_what_one_may_not_do_is_no_matter_of_words(shown):
    with pytest.raises(PermissionDenied), shown():
        raise PermissionDenied
    with pytest.raises(Http404), refused_is_absent(), shown():
        raise PermissionDenied
