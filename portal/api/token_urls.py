from django.urls import path

from portal.api import token_views

app_name = "tokens"
urlpatterns = [
    path("", token_views.tokens, name="list"),
    path("<uuid:key>/end/", token_views.end, name="end"),
]
