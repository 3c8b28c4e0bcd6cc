from django.urls import path

from portal.records.review import area_view, batches, deciding, restoring, sampling, trusting, views

app_name = "records_admin"
urlpatterns = [
    path("records/<int:page_id>/review/", deciding.ReviewView.as_view(), name="review"),
    path("records/<int:page_id>/review/assign/", deciding.assign_view, name="assign"),
    path("records/<int:page_id>/review/note/", deciding.note_view, name="note"),
    path("review/mine/", area_view.AreaView.as_view(), name="area"),
    path("review/together/<uuid:key>/", batches.BatchView.as_view(), name="batch"),
    path("review/sampled/", sampling.SampledView.as_view(), name="sampled"),
    path("review/trusted/", trusting.TrustedView.as_view(), name="trusted"),
    path("records/<int:page_id>/restrict/", views.RestrictView.as_view(), name="restrict"),
    path("records/<int:page_id>/withdraw/", views.WithdrawView.as_view(), name="withdraw"),
    path("records/<int:page_id>/restore/", restoring.RestoreView.as_view(), name="restore"),
    path("records/<int:page_id>/restore/approve/", restoring.ApproveRestoreView.as_view(), name="approve_restore"),
    path("records/<int:page_id>/parties/approve/", views.ApprovePartiesView.as_view(), name="approve_parties"),
    path("records/<int:page_id>/parties/", views.PartiesView.as_view(), name="parties"),
]
