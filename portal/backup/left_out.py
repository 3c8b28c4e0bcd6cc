"""Which tables a backup holds: all of them, but for those listed here with their reasons."""

from dataclasses import dataclass

from django.apps import apps


@dataclass(frozen=True)
class LeftOut:
    """Why a table is in no backup; `command` makes its rows anew after a restore."""

    reason: str
    command: str = ""
    is_kept: bool = False
    """Whether a restore leaves the rows that it finds: they are of this machine, and not of the portal that was."""


SEARCH = LeftOut("what can be found, made from the records", "rebuild_search")
ENDED = LeftOut("of the people who are signed in now, who sign in again")

LEFT_OUT = {
    "search.RecordDocument": SEARCH,
    "search.RecordCard": SEARCH,
    "search.FacetValue": SEARCH,
    "search.RecordFacet": SEARCH,
    "search.FacetCount": SEARCH,
    "search.SearchWord": SEARCH,
    "search.SearchState": SEARCH,
    "search.RecordAudience": SEARCH,
    "search.SearchText": SEARCH,
    "search.IndexChange": SEARCH,
    "search.ClusterIndex": SEARCH,
    "search.AskerMark": LeftOut("marks of one day by which those who search are told apart, and nothing else"),
    "search.AskingSalt": LeftOut("what these marks are keyed with"),
    "wagtailsearch.IndexEntry": LeftOut("what the admin's search finds", "update_index"),
    "wagtailsearch.SQLiteFTSIndexEntry": LeftOut("a part of the index above", "update_index"),
    "wagtailcore.ReferenceIndex": LeftOut("which page shows which file", "rebuild_references_index"),
    "media.PortalRendition": LeftOut("sizes of pictures, made when they are asked for"),
    "wagtailimages.Rendition": LeftOut("sizes of pictures, made when they are asked for"),
    "wagtailembeds.Embed": LeftOut("answers of other sites, asked for again"),
    "wagtailadmin.EditingSession": ENDED,
    "sessions.Session": ENDED,
    "usersessions.UserSession": ENDED,
    "api.Token": LeftOut("by what programs say whose they are: one that was ended must not come back"),
    "django_tasks_database.DBTaskResult": LeftOut("tasks to do; a restore does their work", "renew_matches"),
    "core.WorkerBeat": LeftOut("which workers live on this machine", is_kept=True),
    "core.WriteMark": LeftOut("that something was written: restoring writes", is_kept=True),
}

OTHER_TABLES = {
    "django_migrations": "what the tables look like: the same on both sides, or nothing is restored",
    "portal_cache": "counters of minutes, such as those of the sign-in limits",
    "wagtailsearch_indexentry_fts": "kept by triggers of its table",
    **dict.fromkeys(
        (f"search_fts_{view}" for view in ("public", "members", "restricted_card", "restricted_full")),
        "kept by triggers of search_searchtext",
    ),
}
"""Tables without a model; those that SQLite keeps for a full-text index begin with its name."""


def tables():
    """The models that have a table of their own, whatever it holds."""
    models = apps.get_models(include_auto_created=True)
    return [model for model in models if model._meta.managed and not model._meta.proxy]


def backed_up():
    """The models whose rows are in a backup, by label."""
    return {model._meta.label: model for model in tables() if model._meta.label not in LEFT_OUT}


def emptied():
    """The models whose rows are taken away before a restore: those of the backup, and what is made from them."""
    return [model for model in tables() if not LEFT_OUT.get(model._meta.label, SEARCH).is_kept]


def commands():
    """The commands that make anew what a backup leaves out, each once; the first one makes a table without a model."""
    return ["createcachetable", *dict.fromkeys(each.command for each in LEFT_OUT.values() if each.command)]
