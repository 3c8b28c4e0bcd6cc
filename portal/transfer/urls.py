from django.urls import re_path

from portal.transfer.views import take_away

app_name = "transfer"
urlpatterns = [re_path(r"^(?P<name>[a-z]+(?:-[a-z]+)*)\.(?P<form>[a-z]+)$", take_away, name="list")]
