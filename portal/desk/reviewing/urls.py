from django.urls import path

from portal.desk.reviewing import answer_views, search_views, week_views, withdraw_views

app_name = "reviewing"
urlpatterns = [
    path("r/<str:code>/withdraw/", withdraw_views.withdraw, name="withdraw"),
    path("still-true/<str:token>/", answer_views.still_true, name="still-true"),
    path("review/", week_views.week, name="week"),
    path("review/searches/", search_views.searches, name="searches"),
    path("review/decide/", week_views.decide, name="decide"),
]
