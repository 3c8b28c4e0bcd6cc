from django.urls import path

from portal.desk import code_views
from portal.desk.agreements import views as agreements
from portal.desk.comparing import views as comparing
from portal.desk.countries import views as countries
from portal.desk.glossary import views as glossary
from portal.desk.imsma import views as imsma
from portal.desk.lessons import views as lessons
from portal.desk.organisations import views as organisations

app_name = "desk"
urlpatterns = [
    path("organisations/", organisations.organisation_list, name="organisation-list"),
    path("organisations/<slug:slug>/", organisations.organisation_detail, name="organisation-detail"),
    path("lessons/", lessons.lessons, name="lesson-list"),
    path("compare/", comparing.compare, name="compare"),
    path("glossary/", glossary.glossary, name="glossary"),
    path("countries/", countries.country_list, name="country-list"),
    path("countries/<slug:key>/", countries.country_detail, name="country-detail"),
    path("imsma/", imsma.imsma, name="imsma"),
    path("r/<str:code>/end/", agreements.end, name="end-agreement"),
    path("r/<str:code>", code_views.by_code, name="record-by-code"),
]
