from django.urls import path

from portal.desk.requests import asking_views, mail_views, request_views

app_name = "requests"
urlpatterns = [
    path("", request_views.own_requests, name="list"),
    path("progress/", request_views.progress, name="progress"),
    path("agree/<uuid:key>/", request_views.agree, name="agree"),
    path("ask/<str:code>/", asking_views.ask, name="ask"),
    path("answer/<str:token>/", mail_views.answer, name="answer"),
    path("longer/<str:token>/", mail_views.longer, name="longer"),
    path("confirm/<str:token>/", mail_views.confirm, name="confirm"),
    path("<str:code>/", request_views.one_request, name="request"),
]
