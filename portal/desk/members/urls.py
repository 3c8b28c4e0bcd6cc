from django.urls import path

from portal.desk.members import views

app_name = "member_directory"
urlpatterns = [
    path("", views.members, name="members"),
    path("sent/", views.sent, name="sent"),
    path("passed-on/", views.passed_on, name="passed-on"),
    path("confirm/<str:token>/", views.confirm, name="confirm"),
    path("<uuid:key>/write/", views.write, name="write"),
]
