"""Platforms and flows with what they name."""

from portal.taxonomy.models import DataKind, FlowState
from practices.platforms.models import FlowPage, PlatformBridge, PlatformPage
from tests.factories.records import make_record


def make_platform(title="A platform", bridges=(), **fields):
    """A published platform; `bridges` are PlatformBridges."""
    return make_record(PlatformPage, title=title, bridges=list(bridges), **fields)


def bridge(to=None, direction="out", state="running", **fields):
    """A PlatformBridge to a platform's page."""
    return PlatformBridge(to_id=to and to.key, direction=direction, state=state, **fields)


def make_flow(title="A flow", state="running", data_kinds=("hazards",), through=None, **fields):
    """A published flow; `through` is a platform's page, `data_kinds` and `state` are keys."""
    fields["data_kinds"] = list(DataKind.objects.filter(key__in=data_kinds))
    fields["state"] = FlowState.objects.get(key=state)
    fields["through_id"] = through and through.key
    return make_record(FlowPage, title=title, **fields)
