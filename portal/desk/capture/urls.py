from django.urls import path

from portal.desk.capture import event_views, line_views, report_views, send_views, sheet_decision_views, sheet_views

app_name = "capture"
urlpatterns = [
    path("events/<slug:slug>/capture/", event_views.event, name="event"),
    path("events/<slug:slug>/capture/send/", send_views.send, name="send"),
    path("events/<slug:slug>/capture/wall/", event_views.wall, name="wall"),
    path("events/<slug:slug>/capture/print/<slug:kind>/", event_views.to_print, name="print"),
    path("events/<slug:slug>/capture/<uuid:session>/", line_views.session, name="session"),
    path("events/<slug:slug>/capture/<uuid:session>/report/", report_views.report, name="report"),
    path("sheets/", sheet_views.enter, name="enter"),
    path("sheets/<str:code>/", sheet_views.sheets, name="sheets"),
    path("sheets/<str:code>/fair/", sheet_views.fair, name="fair"),
    path("sheets/<str:code>/talk/", sheet_views.talk, name="talk"),
    path("sheets/<str:code>/<uuid:session>/", line_views.group, name="group"),
    path("my/sheets/<uuid:key>/", sheet_decision_views.sheet, name="sheet"),
]
