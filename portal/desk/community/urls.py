from django.urls import path

from portal.desk.community import follow_views, search_views

app_name = "community"
urlpatterns = [
    path("my/follows/", follow_views.follows, name="follows"),
    path("my/follows/entry/<str:code>/", follow_views.follow_entry, name="follow"),
    path("my/follows/search/", search_views.save, name="save-search"),
    path("my/follows/search/<uuid:key>/", search_views.change, name="change-search"),
]
