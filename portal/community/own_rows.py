"""What is kept of a person here: taken along with their own data, and taken away when they are forgotten."""

from portal.access.models import RecordIdentity
from portal.community.models import Follow, Post, Report, SavedSearch
from portal.directory.own_data import add_part


def forget_person(user):
    """What they follow and keep goes; what they wrote stays under organisation and role, without what they reported."""
    Follow.objects.filter(user=user).delete()
    SavedSearch.objects.filter(user=user).delete()
    Report.objects.filter(by=user).update(by=None, note="")


def _followed(user):
    known = RecordIdentity.objects.visible_to(user).filter(follows__user=user)
    return list(known.order_by("code").values_list("code", flat=True))


def _searches(user):
    return list(user.saved_searches.order_by("saved_at", "key").values("name", "kind", "parameters", "is_followed"))


def _posts(user):
    return list(Post.objects.filter(author=user).order_by("written_at", "key").values("written_at", "text", "state"))


def _reports(user):
    return list(Report.objects.filter(by=user).order_by("at", "pk").values("at", "complaint", "note"))


for name, read in (
    ("follows", _followed),
    ("saved_searches", _searches),
    ("posts", _posts),
    ("reports_of_posts", _reports),
):
    add_part(name, read)
