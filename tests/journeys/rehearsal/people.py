"""Who is at the workshop, each with a browser of their own on the same line."""

from functools import cached_property

from portal.notifications.models import Notice
from portal.notifications.rendering import mail_of
from tests.factories.people import OrganisationFactory, editor, member_of

from .browser import Browser


class People:
    """Who runs it, who speaks for four of the organisations, an editor, readers; guests have no account."""

    def __init__(self, line, workshop):
        self.line, self.workshop = line, workshop
        self.speakers = [self._browser(member_of(each, focal_point=True)) for each in workshop.organisations[:4]]

    @cached_property
    def facilitator(self):
        return self._browser(member_of(self.workshop.host))

    @cached_property
    def editor(self):
        return self._browser(editor())

    @cached_property
    def member(self):
        """Of the community, and of no organisation that took part."""
        return self._browser(member_of(OrganisationFactory()))

    @cached_property
    def visitor(self):
        return self._browser()

    def guest(self):
        """Somebody at the workshop without an account."""
        return self._browser()

    def _browser(self, user=None):
        return Browser(self.line, user)


def link_in_mail(kind, address):
    """The address in the one mail of that kind to an address without an account."""
    notice = Notice.objects.get(kind=kind, address=address)
    links = [word for word in mail_of(notice).body.split() if "://" in word]
    return links[0]
