from django.urls import path

from portal.desk.joining import invitation_views, join_views

app_name = "joining"
urlpatterns = [
    path("join/", join_views.join, name="join"),
    path("join/sent/", join_views.sent, name="sent"),
    path("join/confirmed/", join_views.confirmed, name="confirmed"),
    path("join/welcome/", join_views.welcome, name="welcome"),
    path("join/confirm/<str:token>/", join_views.confirm_request, name="confirm"),
    path("join/invitation/<str:token>/", invitation_views.invitation, name="invitation"),
]
