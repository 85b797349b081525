"""Every permission is refused to somebody in at least one test, and given by at least one role."""

import ast
import re

from samsyn.accounts.definitions import role_definitions
from samsyn.core.access import Permission
from tests.house import tree


def _refused_in_tests() -> set[str]:
    found = set()
    for path in tree.matching("test_*.py"):
        for node in ast.walk(tree.parsed(path)):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "refused":
                found |= set(re.findall(r"Permission\.([A-Z_]+)", " ".join(map(ast.unparse, node.args))))
    return found


def test_every_permission_is_refused_in_a_test() -> None:
    """``with refused(Permission.X):`` from tests/refusal.py, around what the wrong person tries."""
    assert sorted({permission.name for permission in Permission} - _refused_in_tests()) == []


def test_every_permission_is_asked_for() -> None:
    """A permission that no action requires and no query filters by is a promise nobody keeps."""
    everything = "\n".join(tree.text(path) for path in tree.source() if path.name != "access.py")
    assert [permission.name for permission in Permission if f"Permission.{permission.name}" not in everything] == []


def test_every_permission_is_given_by_a_role() -> None:
    given = {permission for role in role_definitions().values() for permission in role.permissions}
    assert sorted(set(Permission) - given) == []
