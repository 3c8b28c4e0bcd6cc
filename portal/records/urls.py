from django.urls import path

from portal.records.files import serve_file

app_name = "records"
urlpatterns = [path("<path:name>", serve_file, name="file")]
