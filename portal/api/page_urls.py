"""What people read and do about programs: ordinary pages, in each language."""

from django.urls import path

from portal.api import token_views
from portal.api.description import manual

app_name = "programs"
urlpatterns = [
    path("api/v1/docs", manual, name="docs"),
    path("my/tokens/", token_views.tokens, name="tokens"),
    path("my/tokens/<uuid:key>/end/", token_views.end, name="end"),
]
