from django.http import HttpResponse


def healthz(request):
    """That the process answers; asks nothing of anything else."""
    return HttpResponse("ok", content_type="text/plain", headers={"Cache-Control": "no-store"})
