from django.urls import re_path

from portal.transfer.formats import FORMATS
from portal.transfer.views import take_away

app_name = "transfer"
urlpatterns = [re_path(rf"^(?P<name>[a-z]+(?:-[a-z]+)*)\.(?P<form>{'|'.join(FORMATS)})$", take_away, name="list")]
