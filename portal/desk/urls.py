from django.urls import path

from portal.desk.views import agreements, compare, countries, glossary, imsma, lessons, organisations, records

app_name = "desk"
urlpatterns = [
    path("organisations/", organisations.organisation_list, name="organisation-list"),
    path("organisations/<slug:slug>/", organisations.organisation_detail, name="organisation-detail"),
    path("lessons/", lessons.lessons, name="lesson-list"),
    path("compare/", compare.compare, name="compare"),
    path("glossary/", glossary.glossary, name="glossary"),
    path("countries/", countries.country_list, name="country-list"),
    path("countries/<slug:key>/", countries.country_detail, name="country-detail"),
    path("imsma/", imsma.imsma, name="imsma"),
    path("r/<str:code>/end/", agreements.end, name="end-agreement"),
    path("r/<str:code>", records.by_code, name="record-by-code"),
]
