"""Who asks: the person of a token, else a visitor. A token comes in the header `Authorization` and nowhere else."""

from django.utils.translation import gettext as _

from portal.api.problems import Problem
from portal.api.tokens import note_use, running_token

WITH_BODY = ("POST", "PATCH")
CHALLENGE = 'Bearer realm="portal"'


class Asked:
    """Lets in who may ask an operation: with a token only one that has the `scope`, and without one a visitor, unless
    `is_for_members`. An authentication callable of Django Ninja."""

    openapi_security_schema = {
        "type": "http",
        "scheme": "bearer",
        "description": "A personal token, made at /my/tokens/. Without one you get what visitors get.",
    }

    def __init__(self, scope, is_for_members=False):
        self.scope, self.is_for_members = scope, is_for_members

    def __call__(self, request):
        """Sets `request.user`. Raises Problem: 401 without a token that works, 403 where it has not the scope, 415
        for what is no JSON."""
        text = request.headers.get("Authorization")
        if text is None and not self.is_for_members:
            return request.user
        token = _token_in(text)
        if token is None:
            error = ', error="invalid_token"' if text else ""
            raise Problem(401, headers={"WWW-Authenticate": CHALLENGE + error})
        request.user = token.user
        note_use(token)
        if self.scope not in token.scopes:
            challenge = f'{CHALLENGE}, error="insufficient_scope", scope="{self.scope.value}"'
            detail = _("It has not the scope “%(scope)s”.") % {"scope": self.scope.value}
            raise Problem(403, detail, headers={"WWW-Authenticate": challenge})
        if request.method in WITH_BODY and request.content_type != "application/json":
            raise Problem(415)
        return request.user


def _token_in(text):
    scheme, _space, token = (text or "").partition(" ")
    return running_token(token.strip()) if scheme.lower() == "bearer" else None
