"""Pages of the home app that are read in each language, under its prefix."""

from django.urls import path

from portal.home import question_views

app_name = "questions"
urlpatterns = [path("questions/", question_views.questions, name="six")]
