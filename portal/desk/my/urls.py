from django.urls import path

from portal.desk.my import actions, ask_back, hand_over, opened, our_data_views, seen_page, used_views, views

app_name = "my"
urlpatterns = [
    path("", views.home, name="home"),
    path("profile/", views.profile, name="profile"),
    path("editing/<slug:name>/", views.editing, name="editing"),
    path("entries/<str:code>/", views.entry, name="entry"),
    path("used/<str:code>/", used_views.used, name="used"),
    path("used/<str:code>/<slug:mark>/", used_views.outcome, name="outcome"),
    path("our-data/", our_data_views.our_data, name="our-data"),
    path("our-data/reads/", our_data_views.who_read, name="who-read"),
    path("our-data/reads.csv", our_data_views.reads, name="reads"),
    path("our-data/<str:code>/ask-back/", ask_back.ask_back, name="ask-back"),
    path("our-data/<str:code>/confirm/", actions.confirm, name="confirm"),
    path("our-data/<str:code>/opened/", opened.opened, name="opened"),
    path("our-data/<str:code>/restrict/", actions.restrict, name="restrict"),
    path("our-data/<str:code>/as/<slug:word>/", seen_page.seen_page, name="seen"),
    path("organisation/hand-over/", hand_over.hand_over, name="hand-over"),
]
