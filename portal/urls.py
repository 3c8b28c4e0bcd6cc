"""The composition root: every address of the portal."""

from allauth.account.models import EmailAddress
from allauth.account.views import logout, request_login_code
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, re_path
from django.views.decorators.csp import csp_override
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from portal.core.doors import absent, entitled_only
from portal.core.limits import limited
from portal.desk.joining.proof import password_first

handler400 = "portal.core.errors.bad_request"
handler403 = "portal.core.errors.forbidden"
handler404 = "portal.core.errors.not_found"
handler429 = "portal.core.errors.too_many"
handler500 = "portal.core.errors.server_error"

# Second factors and issuers have no admin view: it would show their secrets. Addresses and sessions are their person's:
# an address that an administrator adds as confirmed would open the account.
for model in (Authenticator, EmailAddress, SocialAccount, SocialApp, SocialToken, UserSession):
    admin.site.unregister(model)
sign_in = RedirectView.as_view(pattern_name="account_login", query_string=True)
editors = entitled_only("wagtailadmin.access_admin")
administrators = entitled_only("users.change_user")


def with_admin_policy(view):
    """An editor's page with the content security policy of Wagtail's admin."""
    return csp_override(settings.ADMIN_CSP)(editors(view))


urlpatterns = [
    path("admin/login/", sign_in),
    path("admin/logout/", logout),
    re_path(r"^admin/password_reset/", absent),
    # A translation is a draft of its own, reviewed as any: what follows its source would be published by one editor.
    re_path(r"^admin/localize/(update|translate|page)/", editors(absent)),
    path("admin/", include(decorate_urlpatterns([path("", include(wagtailadmin_urls))], with_admin_policy))),
    path("django-admin/login/", sign_in),
    path("django-admin/logout/", logout),
    re_path(r"^django-admin/password_change/", absent),
    path("django-admin/", include(decorate_urlpatterns([path("", admin.site.urls)], administrators))),
    path("", include("portal.home.urls")),
    path("files/", include("portal.records.urls")),
    path("api/v1/", include("portal.api.urls")),
    path("", include("portal.catalogue.urls")),
    *i18n_patterns(
        re_path(r"^_util/", absent),
        # allauth answers 200 to who asks for codes too often.
        path("accounts/login/code/", limited("login_code")(request_login_code), name="account_request_login_code"),
        path("accounts/", include(decorate_urlpatterns([path("", include("allauth.urls"))], password_first))),
        path("search/", include("portal.search.urls")),
        path("", include("portal.home.page_urls")),
        path("matches/", include("practices.needs.urls")),
        path("", include("portal.desk.joining.urls")),
        path("", include("portal.desk.community.urls")),
        path("contribute/", include("portal.desk.contribute.urls")),
        path("", include("portal.desk.reviewing.urls")),
        path("", include("portal.desk.owners.urls")),
        path("incidents/", include("portal.desk.incident.urls")),
        path("requests/", include("portal.desk.requests.urls")),
        path("", include("portal.desk.actions.urls")),
        path("", include("portal.desk.attending.urls")),
        path("", include("portal.desk.capture.urls")),
        path("", include("portal.desk.progress.urls")),
        path("", include("portal.desk.urls")),
        path("exchange/", include("practices.exchange.urls")),
        path("events/", include("events.urls")),
        path("events/", include("events.proceedings.urls")),
        path("partnerships/", include("portal.desk.partnerships.urls")),
        path("my/notices/", include("portal.notifications.urls")),
        path("my/webhooks/", include("portal.webhooks.urls")),
        path("", include("portal.api.page_urls")),
        path("my/", include("portal.desk.my.urls")),
        path("members/", include("portal.desk.members.urls")),
        path("", include("portal.transfer.urls")),
        path("", include("portal.offline.urls")),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]
