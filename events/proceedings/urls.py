from django.urls import path, re_path

from events.proceedings import arranging_views, views

app_name = "proceedings"
NAMED = r"^(?P<slug>[-a-zA-Z0-9_]+)/proceedings"
urlpatterns = [
    path("<slug:slug>/proceedings/", views.today, name="today"),
    path("<slug:slug>/proceedings/arrange/", arranging_views.arranging, name="arrange"),
    path("<slug:slug>/proceedings/publish/", arranging_views.publish, name="publish"),
    path("<slug:slug>/proceedings/<int:number>/", views.published, name="published"),
    path("<slug:slug>/proceedings/<int:number>/take-back/", arranging_views.take_back, name="take-back"),
    re_path(NAMED + r"\.(?P<form>pdf|docx)$", views.today_file, name="today-file"),
    re_path(NAMED + r"/(?P<number>[0-9]{1,6})\.(?P<form>pdf|docx)$", views.published_file, name="published-file"),
]
