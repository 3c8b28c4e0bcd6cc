from django.urls import path

from portal.records.review import restoring, views

app_name = "records_admin"
urlpatterns = [
    path("records/<int:page_id>/review/", views.ReviewView.as_view(), name="review"),
    path("records/<int:page_id>/restrict/", views.RestrictView.as_view(), name="restrict"),
    path("records/<int:page_id>/withdraw/", views.WithdrawView.as_view(), name="withdraw"),
    path("records/<int:page_id>/restore/", restoring.RestoreView.as_view(), name="restore"),
    path("records/<int:page_id>/restore/approve/", restoring.ApproveRestoreView.as_view(), name="approve_restore"),
    path("records/<int:page_id>/parties/approve/", views.ApprovePartiesView.as_view(), name="approve_parties"),
    path("records/<int:page_id>/parties/", views.PartiesView.as_view(), name="parties"),
]
