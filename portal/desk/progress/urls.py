from django.urls import path

from portal.desk.progress import views

app_name = "progress"
urlpatterns = [
    path("progress/", views.progress, name="progress"),
    path("progress/<str:of>/<slug:figure>/", views.behind, name="behind"),
]
