from django.urls import path

from portal.desk.views import organisations, records

app_name = "desk"
urlpatterns = [
    path("organisations/", organisations.organisation_list, name="organisation-list"),
    path("organisations/<slug:slug>/", organisations.organisation_detail, name="organisation-detail"),
    path("r/<str:code>", records.by_code, name="record-by-code"),
]
