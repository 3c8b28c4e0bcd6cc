from django.urls import path

from portal.notifications import views

app_name = "notices"
urlpatterns = [
    path("", views.preferences, name="preferences"),
    path("stop/<str:token>/", views.stop, name="stop"),
]
