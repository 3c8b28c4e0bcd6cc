from django.urls import path

from portal.harvest import views

app_name = "harvest_admin"
urlpatterns = [
    path("catalogues/", views.ReportsView.as_view(), name="reports"),
    path("catalogues/<uuid:key>/", views.ReportView.as_view(), name="report"),
]
