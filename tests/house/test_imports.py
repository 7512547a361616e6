"""No module of the program imports itself through others."""

from graphlib import CycleError, TopologicalSorter

import grimp


def test_no_import_cycles() -> None:
    graph = grimp.build_graph("app", cache_dir=None)
    arrows = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as cycle:
        raise AssertionError(" -> ".join(cycle.args[1])) from cycle
