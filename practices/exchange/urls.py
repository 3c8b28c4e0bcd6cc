from django.urls import path

from practices.exchange import views

app_name = "exchange"
urlpatterns = [
    path("", views.exchange, name="exchange"),
    path("platforms/", views.platforms, name="platforms"),
    path("withheld/", views.withheld, name="withheld"),
    path("barriers/", views.barriers, name="barriers"),
]
