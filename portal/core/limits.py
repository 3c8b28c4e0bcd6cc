"""How often an address may be opened, by ACCOUNT_RATE_LIMITS, where that costs something or is how one guesses."""

# The public part of allauth has no name for this: that reading a page counts.
from allauth.core.internal.ratelimit import consume


def may_open(request, action, *, is_counted=True) -> bool:
    """Whether `action` may be done once more by who asks; `is_counted` is whether this is one more."""
    app = "allauth.account"
    return bool(consume(request, app=app, action=action, limit_get=True, dry_run=not is_counted))
