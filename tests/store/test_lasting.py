"""Whatever was said to be saved is there after the power goes, at any moment."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.query import CaseQuery
from app.domain.terms import Stage
from app.services.house import build_house
from app.store.database import check, open_store
from tests.house.sources import ROOT
from tests.shop import CONTENT, SetClock

TOLD = 'import sys; from app.doors import run; sys.exit(run(["--file", sys.argv[1], "add"]))'


@pytest.mark.parametrize("acknowledged", [1, 2, 5, 17, 60])
def test_nothing_acknowledged_is_lost_when_the_writer_is_killed(
    tmp_path: Path, clock: SetClock, acknowledged: int
) -> None:
    path = tmp_path / "shop.amends"
    lines = "".join(
        json.dumps({"customer": {"name": f"Dana {n}"}, "words": f"Case {n}. " * 40, "wants": f"wish {n}"}) + "\n"
        for n in range(1, 2001)
    )
    feed = tmp_path / "lines.json"
    feed.write_text(lines, encoding="utf-8")
    with (
        feed.open("rb") as source,
        subprocess.Popen(
            [sys.executable, "-c", TOLD, str(path)],
            stdin=source,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        ) as writer,
    ):
        assert writer.stdout is not None
        for _ in range(acknowledged):
            writer.stdout.readline()
        writer.kill()
        rest = writer.stdout.read().splitlines()
    assert writer.returncode == -9, "it was still at work"
    told = acknowledged + sum(1 for line in rest if line.endswith(b"}"))

    store = open_store(path)
    house = build_house(store, clock, CONTENT)
    saved = sorted(house.lists.ids(CaseQuery(stage=Stage.ALL)))
    assert saved[:told] == list(range(1, told + 1))
    assert len(saved) <= told + 1, "one may have been saved and not yet told"
    for number in saved:
        case = house.cases.case(number)
        assert case.words.startswith(f"Case {number}. ")
        assert case.wants == f"wish {number}"
        assert case.customer is not None
        assert case.customer.name == f"Dana {number}"
        assert number in house.lists.ids(CaseQuery(stage=Stage.ALL, search=f"wish {number}"))
    store.close()
    assert check(path, deep=True) == []
