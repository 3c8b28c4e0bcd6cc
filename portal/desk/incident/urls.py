from django.urls import path

from portal.desk.incident import views

app_name = "incidents"
urlpatterns = [
    path("<str:code>/", views.incident, name="incident"),
    path("<str:code>/close/", views.close, name="close"),
    path("<str:code>/seen.csv", views.seen, name="seen"),
]
