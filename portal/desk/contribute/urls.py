from django.urls import path, register_converter

from portal.desk.contribute import overview, views
from portal.desk.contribute.authors import KindConverter

register_converter(KindConverter, "contributable")

app_name = "contribute"
urlpatterns = [
    path("", views.home, name="home"),
    path("<contributable:kind>/", views.new, name="new"),
    path("<contributable:kind>/<str:code>/", overview.overview, name="overview"),
    path("<contributable:kind>/<str:code>/who/", overview.who, name="who"),
    path("<contributable:kind>/<str:code>/preview/", overview.preview, name="preview"),
    path("<contributable:kind>/<str:code>/more/<int:number>/", views.more, name="more"),
    path("<contributable:kind>/<str:code>/<int:number>/", views.screen, name="screen"),
]
