from django.urls import path, re_path

from portal.api.description import described
from portal.api.door import absent
from portal.api.interface import api

app_name = "api"
urlpatterns = [
    path("openapi.json", described, name="openapi"),
    # Ninja's own root would be a page of its own.
    *(pattern for pattern in api.urls[0] if getattr(pattern, "name", "") != "api-root"),
    # The page for people stands among the pages.
    re_path(r"^(?!docs$)", absent),
]
