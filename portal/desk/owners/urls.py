from django.urls import path

from portal.desk.owners import views

app_name = "owners"
urlpatterns = [
    path("owner-told/<str:token>/", views.answer, name="answer"),
    path("owner-told/confirm/<str:token>/", views.confirm, name="confirm"),
    path("r/<str:code>/for-its-owner/", views.text, name="text"),
]
