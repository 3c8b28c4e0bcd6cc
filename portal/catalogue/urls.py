from django.urls import path, re_path

from .ckan.views import action, dataset, versions
from .rdf.formats import FORMATS
from .views import catalog, catalog_in_any_format, entry, entry_in_any_format

ENDING = f"(?P<ending>{'|'.join(FORMATS)})"
CODE = "(?P<code>[A-Za-z0-9-]{1,100})"

app_name = "catalogue"
urlpatterns = [
    path("catalog", catalog_in_any_format, name="catalog-in-any-format"),
    re_path(rf"^catalog\.{ENDING}$", catalog, name="catalog"),
    re_path(rf"^catalog/{CODE}$", entry_in_any_format, name="entry-in-any-format"),
    re_path(rf"^catalog/{CODE}\.{ENDING}$", entry, name="entry"),
    path("api/3", versions, name="ckan-versions"),
    re_path(r"^api/(?:3/)?action/(?P<name>[a-z_]{1,60})$", action, name="ckan"),
    re_path(r"^dataset/(?P<name>[a-z0-9_-]{1,100})$", dataset, name="ckan-dataset"),
]
