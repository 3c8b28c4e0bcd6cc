from django.urls import path

from portal.desk.actions import (
    board_views,
    calendar_views,
    event_views,
    link_views,
    list_views,
    new_views,
    several_views,
    views,
)

app_name = "actions"
urlpatterns = [
    path("actions.ics", calendar_views.calendar, name="calendar"),
    path("my/calendar/", calendar_views.own, name="own-calendar"),
    path("actions/", list_views.action_list, name="list"),
    path("actions/board/", board_views.board, name="board"),
    path("actions/new/", new_views.new, name="new"),
    path("actions/several/", several_views.several, name="several"),
    path("actions/of/<str:code>/", event_views.of_event, name="of-event"),
    path("actions/report/<str:token>/", link_views.report, name="report"),
    path("actions/<slug:slug>/", views.action, name="action"),
    path("actions/<slug:slug>/change/", views.change, name="change"),
    path("actions/<slug:slug>/hand-on/", views.hand, name="hand-on"),
]
