"""Who may know and who may read is written by the services of portal.access alone."""

import ast

import pytest
from django.apps import apps

from tests.architecture.source import OF_ACCESS, files

SERVICES = "portal/access/services/"
MODELS = [model for model in apps.get_app_config("access").get_models() if not model._meta.auto_created]
WRITES = {"create", "update", "update_or_create", "get_or_create", "bulk_create", "bulk_update", "delete", "save"} | {
    f"a{name}" for name in ("create", "update", "update_or_create", "get_or_create", "delete", "save")
}
RELATIONS, CHANGES = {"named_organisations", "contributors", "grants"}, {"set", "add", "remove", "clear", "create"}
NAMES_OF_ROWS = {
    "RecordIdentity": {"identity"},
    "AccessWish": {"wish"},
    "PartiesWish": {"wish", "parties_wish"},
    "RestoreWish": {"wish", "restore_wish"},
}
"""What a row is called where it is reached from another object: `page.identity.save()`."""


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_only_services_of_access_write(model):
    writers = {path for path, tree in files().items() if writes(tree, model.__name__)}

    assert {path for path in writers if not path.startswith(SERVICES)} == set()
    assert writers


@pytest.mark.parametrize(
    "code",
    [
        "RecordIdentity(code='X')",
        "RecordIdentity.objects.create(code='X')",
        "RecordIdentity.objects.filter(pk=1).update(listed_to='public')",
        "x = RecordIdentity.objects.get(pk=1)\nx.listed_to = 'public'\nx.save()",
        "if x := RecordIdentity.objects.first(): x.delete()",
        "for x in RecordIdentity.objects.all(): x.save()",
        "[x.save() for x in RecordIdentity.objects.all()]",
        "rows = RecordIdentity.objects.all()\nrows.update(listed_to='public')",
        "page.identity.save()",
        "identity.save()",
        "page.identity.named_organisations.set([])",
        "models.RecordIdentity.objects.create(code='X')",
    ],
)
def test_each_way_to_write_is_seen(code):
    assert writes(ast.parse(code), "RecordIdentity")


@pytest.mark.parametrize(
    "code", ["RecordIdentity.objects.get(pk=1)", "x = RecordIdentity.objects.first()\npage.save()", "page.title = 'X'"]
)
def test_a_read_is_no_write(code):
    assert not writes(ast.parse(code), "RecordIdentity")


def writes(tree, name):
    """Whether the code makes, saves, changes or deletes rows of the model of that name."""
    rows = NAMES_OF_ROWS.get(name, set()) | _bound_to(tree, name)
    return any(_is_write(node, name, rows) for node in ast.walk(tree) if isinstance(node, ast.Call))


def _is_write(call, name, rows):
    if isinstance(call.func, ast.Name):
        return call.func.id == name
    if not isinstance(call.func, ast.Attribute):
        return False
    chain = _chain(call.func)
    if len(chain) > 1 and chain[-2] in RELATIONS and chain[-1] in CHANGES:
        return True
    return chain[-1] == name or (call.func.attr in WRITES and bool({name, *rows} & set(chain[:-1])))


def _bound_to(tree, name):
    """The names that are given to what is read of the model."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            targets, value = node.targets, node.value
        elif isinstance(node, ast.NamedExpr):
            targets, value = [node.target], node.value
        elif isinstance(node, ast.For | ast.comprehension):
            targets, value = [node.target], node.iter
        else:
            continue
        if name in _chain(value):
            found |= {target.id for target in targets if isinstance(target, ast.Name)}
    return found


def _chain(node):
    """The names of a chain of calls and attributes, the first one first."""
    names = []
    while isinstance(node, ast.Attribute | ast.Call | ast.Subscript):
        if isinstance(node, ast.Attribute):
            names.append(node.attr)
        node = node.func if isinstance(node, ast.Call) else node.value
    return [*([node.id] if isinstance(node, ast.Name) else []), *names[::-1]]


def test_nobody_sets_a_level_or_a_party_outside_the_services():
    wrong = {
        f"{path}: {each}"
        for path, tree in files().items()
        if not path.startswith(SERVICES)
        for each in set_in(tree)
        # Wagtail's: the account that made the page.
        if each != "page.owner"
    }

    assert wrong == set()


@pytest.mark.parametrize(
    "code",
    [
        "x.owner = y", "page.title, x.owner = a, b", "x.owner: object = y", "x.listed_to += ''",
        "page.identity.owner = y", "setattr(x, 'owner', y)", "for x.owner in y: pass",
        "with y as x.owner: pass",
    ],
)  # fmt: skip
def test_each_way_to_set_one_is_seen(code):
    assert [each for each in set_in(ast.parse(code)) if each != "page.owner"]


def set_in(tree):
    """What of access is set in the code, as `object.field`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del) and node.attr in OF_ACCESS:
            yield ".".join(_chain(node))
        elif isinstance(node, ast.Call) and _chain(node) == ["setattr"] and len(node.args) > 1:
            name = node.args[1]
            if isinstance(name, ast.Constant) and name.value in OF_ACCESS:
                yield f"setattr {name.value}"
