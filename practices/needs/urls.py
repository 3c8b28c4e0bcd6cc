from django.urls import path

from practices.needs import views

app_name = "matches"
urlpatterns = [
    path("", views.matches, name="list"),
    path("<str:one>/<str:other>/", views.mark, name="mark"),
]
