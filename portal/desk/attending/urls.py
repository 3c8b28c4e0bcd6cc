from django.urls import path

from portal.desk.attending import answer_views, file_views, invitation_views, participant_views

app_name = "attending"
urlpatterns = [
    path("events/<slug:slug>/invitations/", invitation_views.invitations, name="invitations"),
    path("events/<slug:slug>/invitations/<uuid:key>/", invitation_views.one, name="invitation"),
    path("events/<slug:slug>/participants/", participant_views.participants, name="participants"),
    path("events/<slug:slug>/participants/<uuid:key>/", participant_views.one, name="participant"),
    path("events/<slug:slug>/participants/consent/", participant_views.consent, name="consent"),
    path("events/<slug:slug>/participants/import/", file_views.import_file, name="import"),
    path("events/<slug:slug>/participants/template.xlsx", file_views.template_file, name="template"),
    path("events/<slug:slug>/participants.csv", file_views.csv_file, name="csv"),
    path("invited/<str:token>/", answer_views.answer, name="answer"),
    path("invited/<str:token>/event.ics", answer_views.calendar, name="calendar"),
]
