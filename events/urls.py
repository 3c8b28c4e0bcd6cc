from django.urls import path

from events import views

app_name = "calendars"
urlpatterns = [path("<slug:slug>.ics", views.calendar, name="event")]
