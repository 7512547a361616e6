"""No module of the program imports itself through others, and those that it loads late are there."""

import ast
from graphlib import CycleError, TopologicalSorter
from importlib.util import find_spec

import grimp

from tests.house.sources import python


def test_no_import_cycles() -> None:
    graph = grimp.build_graph("app", cache_dir=None)
    arrows = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as cycle:
        raise AssertionError(" -> ".join(cycle.args[1])) from cycle


def test_what_is_loaded_late_is_there() -> None:
    names = {
        node.args[0].value
        for _, _, tree in python("app", "tests")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "lazy"
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }
    assert len(names) > 40
    assert [name for name in sorted(names - {"late_cake", "oven.late_bread"}) if find_spec(name) is None] == []
