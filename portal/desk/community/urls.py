from django.urls import path

from portal.desk.community import discussion_views, follow_views, post_views, search_views

app_name = "community"
urlpatterns = [
    path("discussions/reported/", post_views.reported_posts, name="reported"),
    path("discussions/post/<uuid:key>/", post_views.one_post, name="post"),
    path("discussions/<str:code>/", discussion_views.discussion, name="discussion"),
    path("my/follows/", follow_views.follows, name="follows"),
    path("my/follows/entry/<str:code>/", follow_views.follow_entry, name="follow"),
    path("my/follows/search/", search_views.save, name="save-search"),
    path("my/follows/search/<uuid:key>/", search_views.change, name="change-search"),
]
