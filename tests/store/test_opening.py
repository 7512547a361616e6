"""What is opened, what is refused, and that a refused file stays as it was."""

import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.domain.alike import Verdict
from app.domain.errors import AppError
from app.domain.query import CaseQuery
from app.domain.terms import Stage, Step
from app.services.house import House, build_house
from app.store import database, schema
from app.store.database import Store, check, copy, open_store
from tests.shop import CONTENT, SetClock

SAMPLES = Path(__file__).parent / "samples"
SAMPLE = SAMPLES / "v1.amends"  # the oldest
NOBODY = 65534


@contextmanager
def as_nobody() -> Iterator[None]:
    """Who runs the tests as root may write everywhere; as nobody the modes of files count."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def readable_folder() -> Iterator[Path]:
    """A folder that everybody may look into and nobody may write to."""
    folder = Path(tempfile.mkdtemp(prefix="amends-readable-"))
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "small"
    folder.mkdir()
    try:
        went = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(folder)], capture_output=True, check=False
        )
    except OSError:
        pytest.skip("There is no mount command here.")
    if went.returncode:
        pytest.skip("Mounting a small disk is not allowed here.")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def refused(path: Path) -> str:
    with pytest.raises(AppError) as caught:
        open_store(path)
    return caught.value.code


def test_fresh_file_is_ours_and_whole(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "shop.amends"
    open_store(path).close()
    assert path.read_bytes()[68:72] == b"AMND"
    assert check(path, deep=True) == []


def test_version_counts_the_migrations(store: Store) -> None:
    names = [migration.name for migration in schema.migrations.pending(store.db)]
    done = [migration.name for migration in schema.migrations.applied(store.db)]
    assert (len(done), names) == (database.VERSION, [])


def test_empty_file_is_made_ours(tmp_path: Path) -> None:
    path = tmp_path / "shop.amends"
    path.touch()
    open_store(path).close()
    assert check(path) == []


def test_file_cut_off_while_it_was_made_is_finished(tmp_path: Path) -> None:
    path = tmp_path / "shop.amends"
    with sqlite3.connect(path) as begun:
        begun.execute(f"PRAGMA application_id = {database.APPLICATION_ID}")
    begun.close()
    assert path.stat().st_size > 0
    open_store(path).close()
    assert check(path) == []


@pytest.mark.parametrize("content", [b"Dear diary, the oven is cold.\n" * 200, b"\x89PNG\r\n\x1a\n" + bytes(5000)])
def test_file_of_another_program_is_refused_and_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.amends"
    path.write_bytes(content)
    assert refused(path) == "not_our_file"
    assert path.read_bytes() == content
    assert sorted(tmp_path.iterdir()) == [path]


def test_database_of_another_program_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE customer (id)")
    other.close()
    before = path.read_bytes()
    assert refused(path) == "not_our_file"
    assert path.read_bytes() == before


def test_file_of_a_newer_amends_is_refused_and_untouched(store: Store, tmp_path: Path) -> None:
    store.connection.execute(f"PRAGMA user_version = {database.VERSION + 1}")
    newer = tmp_path / "newer.amends"
    copy(store, newer)
    before = newer.read_bytes()
    assert refused(newer) == "file_newer"
    assert newer.read_bytes() == before


def test_folder_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path) == "folder_instead_of_file"


def test_file_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "paper").write_text("x", encoding="utf-8")
    assert refused(tmp_path / "paper" / "shop.amends") == "file_unreachable"


def test_folder_that_may_not_be_written_to(readable_folder: Path, tmp_path: Path) -> None:
    open_store(tmp_path / "first.amends").close()  # loads what is loaded late
    readable_folder.chmod(0o555)
    with as_nobody():
        assert refused(readable_folder / "shop.amends") == "file_unreachable"
    assert list(readable_folder.iterdir()) == []


def test_file_that_may_not_be_written_to_says_so_and_stays(readable_folder: Path, store: Store) -> None:
    path = readable_folder / "shop.amends"
    copy(store, path)
    path.chmod(0o444)
    readable_folder.chmod(0o555)
    before = path.read_bytes()
    with as_nobody():
        assert refused(path) in ("file_read_only", "file_unreachable")
    assert path.read_bytes() == before


def test_damaged_file_is_found_and_not_changed(house: House, tmp_path: Path) -> None:
    for number in range(200):
        house.intake.add({"words": f"Number {number}: the bread was stale and the coffee was cold.", "anger": 5})
    path = tmp_path / "damaged.amends"
    copy(house.store, path)
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        file.write(b"\xaa" * 20_000)
    before = path.read_bytes()
    assert _wrong(path) != []
    assert path.read_bytes() == before


def test_damage_in_the_first_page_is_a_sentence(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "damaged.amends"
    copy(store, path)
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xaa" * 3000)
    assert refused(path) == "file_damaged"


def test_missing_and_foreign_files_are_not_checked(tmp_path: Path) -> None:
    with pytest.raises(AppError, match="file_missing"):
        check(tmp_path / "no.amends")
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE a (b)")
    connection.close()
    with pytest.raises(AppError, match="not_our_file"):
        check(other)


def test_broken_reference_is_found(house: House) -> None:
    house.intake.add({"customer": {"name": "Dana"}})
    house.store.connection.execute("PRAGMA foreign_keys = OFF")
    house.store.connection.execute("DELETE FROM customer")
    assert check(house.store.path) == ["row 1 of cases"]


def test_file_that_is_being_written_is_busy_not_broken(store: Store) -> None:
    other = open_store(store.path)
    store.connection.execute("PRAGMA busy_timeout = 10")
    with other.atomic(), pytest.raises(AppError, match="file_busy"), store.atomic():
        pytest.fail("two writers at once")
    with store.atomic():
        store.write("DELETE FROM settings")
    other.close()


def test_full_file_keeps_what_was_saved(house: House) -> None:
    house.intake.add({"words": "kept"})
    pages = house.store.first("PRAGMA page_count")
    assert pages is not None
    house.store.connection.execute(f"PRAGMA max_page_count = {pages[0] + 2}")
    with pytest.raises(AppError, match="disk_full"):
        house.intake.add({"words": "long " * 15_000})
    assert [row["title"] for row in house.intake.listed(_all())] == ["kept"]
    house.store.connection.execute("PRAGMA max_page_count = 100000")
    assert house.intake.add({"words": "and on"}).value == 2


def test_full_disk_keeps_what_was_saved(small_disk: Path, clock: SetClock) -> None:
    store = open_store(small_disk / "shop.amends")
    house = build_house(store, clock, CONTENT)
    saved, code = _add_until_refused(house)
    store.close()
    store = open_store(small_disk / "shop.amends")
    assert code == "disk_full"
    assert sorted(build_house(store, clock, CONTENT).lists.ids(_all())) == saved != []
    store.close()


def test_oldest_kept_sample_opens_with_all_that_is_in_it(tmp_path: Path, clock: SetClock) -> None:
    path = tmp_path / "v1.amends"
    shutil.copy(SAMPLE, path)
    store = open_store(path, copy_before_migration=tmp_path / "before.amends")
    house = build_house(store, clock, CONTENT)
    shown = house.intake.show(1)
    assert house.settings.shop().name == "Rosa’s Bakery"
    assert shown["title"] == "The cake said “Diana”, not “Dana”"
    assert shown["closed_on"] is not None
    assert list(house.lists.ids(_all("diana"))) == [1]
    assert house.remedies.all() != []
    store.close()
    assert check(path, deep=True) == []


def test_sample_of_the_lessons_opens_with_all_that_is_in_it(tmp_path: Path, clock: SetClock) -> None:
    path = tmp_path / "v2.amends"
    shutil.copy(SAMPLES / "v2.amends", path)
    store = open_store(path)
    house = build_house(store, clock, CONTENT)
    lesson = house.lessons.lesson(1)
    assert (lesson.plan, lesson.agreed, lesson.slips) == ("Read the name back letter by letter", ("Elif", "Sam"), 1)
    assert [one.plan for one in house.plans.earlier(1)] == ["Write it down"]
    assert [(one.days, one.holds, one.words) for one in house.effects.of(1)] == [(30, True, "Nobody since")]
    assert [(one.step, one.case_id) for one in house.playbook.all()] == [(Step.HEAR, 1)]
    like = house.likeness.like("The wrong name was on my cake and everybody saw it", case_id=2)
    assert [(one.number, one.verdict) for one in like.cases] == [(1, Verdict.HELPED)]
    assert house.likeness.pending() == 0, "what was indexed is not indexed again"
    store.close()
    assert check(path, deep=True) == []


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.amends")), ids=lambda path: path.stem)
def test_migrated_sample_has_the_tables_of_a_fresh_file(store: Store, tmp_path: Path, sample: Path) -> None:
    """Fails when a migration that was given out is changed in place of a new one being appended."""
    path = tmp_path / sample.name
    shutil.copy(sample, path)
    old = open_store(path)
    tables = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
    assert old.read(tables) == store.read(tables)
    old.close()


def test_there_is_a_sample_of_every_schema() -> None:
    assert len(list(SAMPLES.glob("v*.amends"))) == database.VERSION


def test_older_file_is_copied_before_it_is_changed(house: House, tmp_path: Path) -> None:
    house.intake.add({"words": "as it was"})
    older = tmp_path / "older.amends"
    copy(house.store, older)
    with sqlite3.connect(older) as connection:
        connection.execute("PRAGMA user_version = 0")  # as if the last migration were still to come
    connection.close()
    kept = tmp_path / "kept.amends"
    open_store(older, copy_before_migration=kept).close()
    assert check(kept) == check(older) == []
    with sqlite3.connect(kept) as connection:
        assert connection.execute("SELECT title FROM cases").fetchall() == [("as it was",)]
    connection.close()


def test_broken_reference_stops_a_migration(house: House, tmp_path: Path) -> None:
    house.intake.add({"customer": {"name": "Dana"}})
    older = tmp_path / "older.amends"
    copy(house.store, older)
    with sqlite3.connect(older) as connection:
        connection.execute("PRAGMA user_version = 0")
        connection.execute("DELETE FROM customer")
    connection.close()
    assert refused(older) == "file_damaged"


def test_two_programs_may_make_the_same_file_at_once(tmp_path: Path) -> None:
    first = Store(tmp_path / "shop.amends")
    second = open_store(tmp_path / "shop.amends")
    second.close()
    first.close()
    open_store(tmp_path / "shop.amends").close()
    assert check(tmp_path / "shop.amends") == []


def _all(search: str = "") -> CaseQuery:
    return CaseQuery(stage=Stage.ALL, search=search)


def _add_until_refused(house: House) -> tuple[list[int], str]:
    saved: list[int] = []
    try:
        while len(saved) < 100:
            saved.append(house.intake.add({"words": "cold coffee " * 3000}).value)
    except AppError as error:
        return saved, error.code
    return saved, ""


def _wrong(path: Path) -> list[str]:
    """What a deep check finds, be it lines or that the file cannot be read on."""
    try:
        return check(path, deep=True)
    except AppError as error:
        return [error.code]
