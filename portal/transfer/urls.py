from django.urls import path, re_path

from portal.transfer.barriers import barriers
from portal.transfer.bringing import views
from portal.transfer.followed import feed
from portal.transfer.formats import FORMATS
from portal.transfer.imsma import imsma
from portal.transfer.progress import progress
from portal.transfer.views import take_away

app_name = "transfer"
urlpatterns = [
    path("import/<contributable:kind>/", views.new, name="import-new"),
    path("import/<contributable:kind>/template.xlsx", views.template, name="import-template"),
    path("import/<contributable:kind>/<uuid:key>/", views.preview, name="import"),
    path("feeds/<str:token>.atom", feed, name="feed"),
    path("imsma.csv", imsma, name="imsma"),
    path("barriers.csv", barriers, name="barriers"),
    path("progress.csv", progress, name="progress"),
    re_path(rf"^(?P<name>[a-z]+(?:-[a-z]+)*)\.(?P<form>{'|'.join(FORMATS)})$", take_away, name="list"),
]
