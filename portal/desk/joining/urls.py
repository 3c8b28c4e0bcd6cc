from django.urls import path

from portal.desk.joining import (
    editor_views,
    invitation_views,
    join_views,
    own_account_views,
    people_views,
    request_views,
)

app_name = "joining"
urlpatterns = [
    path("join/", join_views.join, name="join"),
    path("join/sent/", join_views.sent, name="sent"),
    path("join/confirmed/", join_views.confirmed, name="confirmed"),
    path("join/welcome/", join_views.welcome, name="welcome"),
    path("join/confirm/<str:token>/", join_views.confirm_request, name="confirm"),
    path("join/invitation/<str:token>/", invitation_views.invitation, name="invitation"),
    path("join/requests/", request_views.requests, name="requests"),
    path("join/requests/decide/", request_views.decide, name="decide"),
    path("join/invitations/", editor_views.invitations, name="invitations"),
    path("join/speakers/", editor_views.speakers, name="speakers"),
    path("join/gone/", own_account_views.gone, name="gone"),
    path("organisations/<slug:slug>/join/", request_views.join_organisation, name="organisation"),
    path("my/organisation/people/", people_views.people, name="people"),
    path("my/account/", own_account_views.own_account, name="own-account"),
    path("my/account/data.json", own_account_views.take_along, name="take-along"),
    path("my/account/close/", own_account_views.close, name="close"),
]
