"""Every address of the portal: each named URL of the resolver has a row, which fills it from a world.

A named URL without a row fails (test_addresses). Languages multiply by themselves, kinds by the registry.
"""

from dataclasses import dataclass
from urllib.parse import urlencode
from zlib import crc32

from django.urls import URLPattern, get_resolver, reverse
from django.utils import translation

from portal.core.languages import LANGUAGES
from portal.desk.my.editing import LISTS
from tests.access.canaries import named_key
from tests.access.filled import (
    SOME,
    actions,
    boards,
    chosen_countries,
    codes,
    comparisons,
    contributions,
    countries,
    discussions,
    exchanges,
    files,
    joined,
    list_queries,
    match_marks,
    members_to_write_to,
    organisations,
    own_actions,
    own_codes,
    pages,
    people_of_organisations,
    plain,
    posts,
    profile,
    requests,
    searches,
    seen_as_others,
    some_actions,
    suggestions,
    taken_away,
    used,
    ways,
)
from tests.access.filled_api import ROWS as ROWS_OF_PROGRAMS
from tests.access.filled_catalogue import ckan_actions, ckan_datasets, entries, entry_files, formats
from tests.access.filled_events import (
    calendars,
    captured,
    captured_sessions,
    keyed_events,
    own_events,
    proceedings,
    proceedings_files,
    progress_lists,
    published_files,
)

OF_WORDS = {"search:suggest"}
PREFIXES = ("admin/", "django-admin/")
"""Whole rooms with one answer for everybody who may not enter: test_admin_door."""


@dataclass(frozen=True)
class Address:
    """One address. `echo`: the canaries, and ends of codes, that it holds itself, which an answer may repeat."""

    name: str
    path: str
    language: str
    echo: frozenset[str] = frozenset()


def named(patterns=None, space=""):
    """The names of all URLs, with the namespaces before them, without those under PREFIXES."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLPattern):
            if pattern.name:
                yield f"{space}{pattern.name}"
        elif str(pattern.pattern) not in PREFIXES:
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from named(pattern.url_patterns, inner)


def addresses_of(name, world):
    """The addresses of one named URL in a world, in every language that it has."""
    found = {}
    for language in LANGUAGES:
        with translation.override(language):
            for args, query, echo in (_whole(*row) for row in ROWS[name](world)):
                # Words, filters and orders decide alike in every language: of many, some in the others.
                if language == "en" or not (echo or query or name in OF_WORDS) or _is_one_of_some(args, query):
                    path = reverse(name, args=args) + (f"?{urlencode(query)}" if query else "")
                    found.setdefault(path, Address(name, path, language, frozenset(echo)))
    return list(found.values())


def _is_one_of_some(args, query):
    """Chosen by what it asks, so that every world chooses alike."""
    return crc32(repr((args, query)).encode()) % SOME == 0


def _whole(args, query=(), echo=()):
    return args, query, echo


def everything(world):
    """Every address, by its name."""
    return {name: addresses_of(name, world) for name in ROWS}


ACCOUNTS = (
    "account_login", "account_logout", "account_inactive", "account_signup", "account_reauthenticate",
    "account_email", "account_email_verification_sent", "account_change_password", "account_set_password",
    "account_reset_password", "account_confirm_login_code", "account_reset_password_from_key_done",
    "account_reset_password_done", "mfa_index", "mfa_authenticate", "mfa_reauthenticate", "mfa_activate_totp",
    "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_download_recovery_codes",
    "mfa_list_webauthn", "mfa_add_webauthn", "mfa_reauthenticate_webauthn", "account_request_login_code",
    "usersessions_list", "socialaccount_login_cancelled", "socialaccount_login_error", "socialaccount_signup",
    "socialaccount_connections",
)  # fmt: skip
JOINING = (
    "joining:join", "joining:sent", "joining:confirmed", "joining:welcome", "joining:requests", "joining:decide",
    "joining:invitations", "joining:speakers", "joining:gone", "joining:own-account", "joining:take-along",
    "joining:close",
)  # fmt: skip
ROWS = {
    **ROWS_OF_PROGRAMS,
    **dict.fromkeys(ACCOUNTS, plain),
    "openid_connect_login": lambda world: [(("none",),)],
    "openid_connect_callback": lambda world: [(("none",),)],
    "mfa_remove_webauthn": lambda world: [((1,),)],
    "mfa_edit_webauthn": lambda world: [((1,),)],
    "account_confirm_email": lambda world: [(("none",),)],
    "account_reset_password_from_key": lambda world: [(("1", "none"),)],
    "home:healthz": plain,
    "home:readyz": plain,
    "home:robots": plain,
    "home:sitemap": plain,
    "home:security-txt": plain,
    "desk:organisation-list": lambda world: [((), query, echo) for query, echo in list_queries(world)],
    "desk:organisation-detail": organisations,
    "desk:lesson-list": lambda world: [((), query, echo) for query, echo in list_queries(world)],
    "desk:compare": comparisons,
    "desk:glossary": plain,
    "desk:country-list": chosen_countries,
    "desk:country-detail": countries,
    "desk:imsma": chosen_countries,
    "notices:preferences": plain,
    "notices:stop": lambda world: [(("none",),)],
    "questions:six": plain,
    "desk:record-by-code": codes,
    "desk:end-agreement": codes,
    "calendars:event": calendars,
    "actions:list": lambda world: [((), query, echo) for query, echo in list_queries(world)],
    "actions:board": boards,
    "actions:action": actions,
    "actions:change": own_actions,
    "actions:hand-on": own_actions,
    "actions:several": some_actions,
    "actions:new": plain,
    "actions:of-event": own_codes,
    "actions:own-calendar": plain,
    **dict.fromkeys(
        (
            "attending:invitations",
            "attending:participants",
            "attending:consent",
            "attending:import",
            "attending:template",
            "attending:csv",
        ),
        own_events,
    ),
    "attending:invitation": keyed_events,
    "attending:participant": keyed_events,
    # What the links of invitations show is asked in tests/attending.
    "attending:answer": lambda world: [(("none",),)],
    "attending:calendar": lambda world: [(("none",),)],
    # Addresses for one person: what they show is asked in tests/actions.
    "actions:calendar": plain,
    "actions:report": lambda world: [(("none",),)],
    "capture:event": captured,
    "capture:send": captured,
    "capture:wall": captured,
    "capture:print": lambda world: [((*args, "fair"), *rest) for args, *rest in captured(world)],
    "capture:session": captured_sessions,
    "capture:report": captured_sessions,
    "capture:enter": plain,
    # Behind a code of the event: what they show to whoever has it is asked in tests/capture.
    **dict.fromkeys(("capture:sheets", "capture:fair", "capture:talk"), lambda world: [(("none",),)]),
    "capture:group": lambda world: [(("none", named_key("no session")),)],
    "capture:sheet": lambda world: [((named_key("no sheet"),),)],
    "catalogue:catalog": formats,
    "catalogue:catalog-in-any-format": plain,
    "catalogue:entry": entry_files,
    "catalogue:entry-in-any-format": entries,
    "catalogue:ckan": ckan_actions,
    "catalogue:ckan-dataset": ckan_datasets,
    "catalogue:ckan-versions": plain,
    "community:discussion": discussions,
    "community:post": posts,
    "community:reported": plain,
    "community:follows": plain,
    "community:follow": lambda world: codes(world)[:3],
    "community:save-search": plain,
    "community:change-search": lambda world: [((named_key("no search"),),)],
    "contribute:home": plain,
    # A form that one begins with offers every term, so the twin worlds differ in it: tests/desk/contribute.
    "contribute:new": lambda world: [(("nothing-here",),)],
    "contribute:overview": contributions(),
    "contribute:preview": contributions(each=2),
    "contribute:who": contributions(each=SOME),
    "contribute:screen": contributions(1, each=SOME),
    "contribute:more": contributions(2, each=SOME),
    "exchange:exchange": exchanges,
    "exchange:barriers": plain,
    "exchange:platforms": ways("state", "idea", "pilot", "running", "broken", "stopped"),
    "exchange:withheld": ways("audience", "public", "humanitarian", "named_organisations"),
    **dict.fromkeys(JOINING, plain),
    **dict.fromkeys(("incidents:incident", "incidents:close", "incidents:seen"), own_codes),
    "joining:confirm": lambda world: [(("none",),)],
    "joining:invitation": lambda world: [(("none",),)],
    "joining:organisation": joined,
    "joining:people": people_of_organisations,
    "matches:list": plain,
    "member_directory:members": plain,
    "member_directory:sent": plain,
    "member_directory:passed-on": plain,
    "member_directory:confirm": lambda world: [(("none",),)],
    "member_directory:write": members_to_write_to,
    "my:home": plain,
    "my:profile": profile,
    "my:editing": lambda world: [((name,),) for name in (*LISTS, "nothing-here")],
    "my:entry": own_codes,
    "my:our-data": people_of_organisations,
    "my:reads": people_of_organisations,
    "my:who-read": people_of_organisations,
    "my:ask-back": own_codes,
    "my:seen": seen_as_others,
    "my:confirm": own_codes,
    "my:restrict": own_codes,
    "my:opened": own_codes,
    "my:used": used,
    "my:outcome": lambda world: [((code, "none"), query, echo) for (code,), query, echo in own_codes(world)],
    "my:hand-over": people_of_organisations,
    "matches:mark": match_marks,
    "owners:answer": lambda world: [(("none",),)],
    "owners:confirm": lambda world: [(("none",),)],
    "owners:text": own_codes,
    # What is in the file is asked in tests/offline.
    "offline:bundle": plain,
    "offline:page": plain,
    "records:file": files,
    "requests:list": plain,
    "requests:progress": plain,
    "requests:agree": lambda world: [((named_key("no approval"),),)],
    "requests:ask": used,
    "requests:request": requests,
    "requests:answer": lambda world: [(("none",),)],
    "requests:confirm": lambda world: [(("none",),)],
    "requests:longer": lambda world: [(("none",),)],
    "partnerships:board": plain,
    **dict.fromkeys(("partnerships:support", "partnerships:answer", "partnerships:state", "partnerships:merge"), codes),
    "partnerships:plan": codes,
    "proceedings:today": proceedings(),
    "proceedings:today-file": proceedings_files,
    "proceedings:arrange": proceedings(each=2),
    "proceedings:publish": lambda world: [(("nothing-here",),)],
    "proceedings:published": proceedings(1, each=2),
    "proceedings:published-file": published_files,
    "proceedings:take-back": lambda world: [(("nothing-here", 1),)],
    "progress:progress": ways("quarter", "2026-Q4"),
    "progress:behind": progress_lists,
    "reviewing:withdraw": codes,
    "reviewing:still-true": lambda world: [(("none",),)],
    "reviewing:week": plain,
    "reviewing:decide": plain,
    "reviewing:searches": plain,
    "search:search": searches,
    "search:suggest": suggestions,
    # A feed's address is its person's: what it shows to whom is asked in tests/community/test_follow_pages.py.
    "transfer:feed": lambda world: [(("none",),)],
    "transfer:barriers": plain,
    "transfer:import-new": lambda world: [(("holdings",),), (("nothing-here",),)],
    # It offers every term, as the forms do.
    "transfer:import-template": lambda world: [(("nothing-here",),)],
    "transfer:import": lambda world: [(("holdings", named_key("no import")),)],
    "transfer:imsma": chosen_countries,
    "transfer:list": taken_away,
    "transfer:progress": plain,
    "webhooks:list": plain,
    # One's own alone: what its log tells whom is asked in tests/webhooks/test_canaries.py.
    "webhooks:one": lambda world: [((named_key("no webhook"),),)],
    "wagtail_serve": pages,
    "wagtailcore_login": plain,
    "wagtailcore_authenticate_with_password": lambda world: [((1, 1),)],
}
