"""Identity rows and grants as a test needs them, past the services (which narrow, widen and audit)."""

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from portal.access.enums import Level, TextSensitivity
from portal.access.models import Grant, RecordIdentity
from tests.factories.people import UserFactory


class IdentityFactory(DjangoModelFactory):
    """A row open to everyone, unless told otherwise."""

    class Meta:
        model = RecordIdentity
        skip_postgeneration_save = True

    kind = "case_study"
    code = factory.Sequence(lambda number: f"T-{number:04}")
    listed_to = Level.PUBLIC
    details_to = factory.SelfAttribute("listed_to")
    text_sensitivity = TextSensitivity.LOW

    @factory.post_generation
    def named_organisations(self, create, organisations, **kwargs):
        self.named_organisations.set(organisations or ())

    @factory.post_generation
    def contributors(self, create, users, **kwargs):
        self.contributors.set(users or ())


class GrantFactory(DjangoModelFactory):
    """A grant that runs now and has no end."""

    class Meta:
        model = Grant

    identity = factory.SubFactory(IdentityFactory)
    reason = "They asked."
    given_by = factory.SubFactory(UserFactory)
    starts_at = factory.LazyFunction(timezone.now)
