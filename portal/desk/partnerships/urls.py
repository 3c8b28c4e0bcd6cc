from django.urls import path

from portal.desk.partnerships import views

app_name = "partnerships"
urlpatterns = [
    path("board/", views.board, name="board"),
    path("<str:code>/support/", views.support, name="support"),
    path("<str:code>/answer/", views.answer, name="answer"),
    path("<str:code>/state/", views.state, name="state"),
    path("<str:code>/plan/", views.plan, name="plan"),
    path("<str:code>/merge/", views.merge, name="merge"),
]
