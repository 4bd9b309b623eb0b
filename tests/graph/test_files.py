from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from customs_kg.graph import files
from customs_kg.graph.files import (
    FORMAT,
    check_format,
    check_replaceable,
    lock_build,
    read_build,
    recover_build,
    write_build,
)
from customs_kg.ontology.errors import InputError, OutputError

FIRST = {"graph.ttl": b"first", "summary.json": b"{}", "text/aa.txt": b"one"}
SECOND = {"graph.ttl": b"second", "summary.json": b"{}", "graph.html": b"<p>"}


def _content(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def _siblings(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.parent.iterdir())


def test_a_build_is_written_with_its_subfolders(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "kg"
    write_build(target, FIRST)
    assert _content(target) == FIRST
    assert _siblings(target) == ["kg"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "kg").mkdir()
    write_build(tmp_path / "kg", FIRST)
    assert _content(tmp_path / "kg") == FIRST


def test_a_former_build_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "kg"
    write_build(target, FIRST)
    write_build(target, SECOND)
    assert _content(target) == SECOND
    assert _siblings(target) == ["kg"]


def test_a_relative_folder_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_build(Path("kg"), FIRST)
    write_build(Path("kg"), SECOND)
    assert _content(tmp_path / "kg") == SECOND


def test_what_somebody_else_put_there_stays(tmp_path: Path) -> None:
    target = tmp_path / "kg"
    write_build(target, FIRST)
    (target / "notes.md").write_bytes(b"mine")
    (target / "export").mkdir()
    (target / "export" / "graph.nq").write_bytes(b"quads")
    write_build(target, SECOND)
    assert _content(target) == {**SECOND, "notes.md": b"mine", "export/graph.nq": b"quads"}


def test_a_folder_that_is_no_build_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "holiday"
    target.mkdir()
    (target / "photo.jpg").write_bytes(b"sea")
    refusal = r"holiday holds files but no customs-kg build: .* -o"
    with pytest.raises(OutputError, match=refusal):
        check_replaceable(target)
    with pytest.raises(OutputError, match=refusal):
        write_build(target, FIRST)
    assert _content(target) == {"photo.jpg": b"sea"}


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "kg"
    target.write_bytes(b"a file")
    with pytest.raises(OutputError, match="kg is not a folder"):
        write_build(target, FIRST)
    assert target.read_bytes() == b"a file"


def test_a_file_above_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="cannot be written"):
        write_build(tmp_path / "file" / "kg", FIRST)


@pytest.mark.parametrize("name", ["../escape.txt", "/escape.txt", "text/../../escape.txt"])
def test_a_name_that_leads_out_is_refused_and_leaves_nothing(tmp_path: Path, name: str) -> None:
    target = tmp_path / "kg"
    with pytest.raises(ValueError, match="leads out"):
        write_build(target, {**FIRST, name: b"x"})
    assert list(tmp_path.iterdir()) == []


def _fail_on(monkeypatch: pytest.MonkeyPatch, call: int) -> None:
    """Make the nth rename of the exchange fail as a full or busy disk would."""
    calls = 0
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls == call:
            raise OSError(16, "Device or resource busy")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)


@pytest.mark.parametrize("call", [1, 2])
def test_a_failed_exchange_leaves_the_former_build_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: int
) -> None:
    target = tmp_path / "kg"
    write_build(target, FIRST)
    with monkeypatch.context() as patched:
        _fail_on(patched, call)
        with pytest.raises(OutputError, match="Device or resource busy"):
            write_build(target, SECOND)
    assert _content(target) == FIRST
    assert _siblings(target) == ["kg"]


def test_a_full_disk_leaves_the_former_build_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "kg"
    write_build(target, FIRST)

    def no_space(handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", no_space)
        with pytest.raises(OutputError, match="No space left"):
            write_build(target, SECOND)
    assert _content(target) == FIRST
    assert _siblings(target) == ["kg"]


class _Killed(BaseException):
    pass


@pytest.mark.parametrize("stage", ["_fill", "_carry_over", "_exchange"])
def test_a_killed_build_leaves_the_former_build_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    target = tmp_path / "kg"
    write_build(target, FIRST)

    def killed(*_: object) -> None:
        raise _Killed

    with monkeypatch.context() as patched:
        patched.setattr(files, stage, killed)
        patched.setattr(shutil, "rmtree", lambda *_, **__: None)  # a killed process cleans nothing
        with pytest.raises(_Killed):
            write_build(target, SECOND)
    assert _content(target) == FIRST
    assert len(_siblings(target)) == 2
    write_build(target, SECOND)
    assert _content(target) == SECOND
    assert _siblings(target) == ["kg"]


_SUICIDE = """
import os, signal, sys
from pathlib import Path
from customs_kg.graph.files import write_build
real, left = getattr({owner}, "{call}"), [{after}]
def dying(*args):
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left[0] -= 1
    return real(*args)
{owner}.{call} = dying
write_build(Path(sys.argv[1]), {{"graph.ttl": b"second", "summary.json": b"{{}}"}})
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a signal of POSIX")
@pytest.mark.parametrize(
    ("owner", "call", "after"), [("os", "fsync", 0), ("os", "fsync", 1), ("Path", "rename", 0), ("Path", "rename", 1)]
)
def test_a_process_that_is_really_killed_leaves_the_former_build(
    tmp_path: Path, owner: str, call: str, after: int
) -> None:
    target = tmp_path / "kg"
    write_build(target, FIRST)
    code = _SUICIDE.format(owner=owner, call=call, after=after)
    done = subprocess.run([sys.executable, "-c", code, target], check=False)
    assert done.returncode == -signal.SIGKILL
    recover_build(target)
    assert _content(target) == FIRST
    write_build(target, SECOND)
    assert _content(target) == SECOND
    assert _siblings(target) == ["kg"]


def test_a_build_killed_between_its_renames_is_put_back(tmp_path: Path) -> None:
    target = tmp_path / "kg"
    write_build(target, FIRST)
    target.rename(tmp_path / ".kg.customs-kg-old")
    recover_build(target)
    assert _content(target) == FIRST
    assert _siblings(target) == ["kg"]


def test_the_next_build_puts_back_what_stands_aside_and_keeps_its_notes(tmp_path: Path) -> None:
    target = tmp_path / "kg"
    write_build(target, {**FIRST, "notes.md": b"mine"})
    target.rename(tmp_path / ".kg.customs-kg-old")
    write_build(target, SECOND)
    assert _content(target) == {**SECOND, "notes.md": b"mine"}


def test_a_build_with_no_time_to_remove_the_old_one_is_cleaned_up_later(tmp_path: Path) -> None:
    target = tmp_path / "kg"
    write_build(target, SECOND)
    (tmp_path / ".kg.customs-kg-old").mkdir()
    recover_build(target)
    assert _content(target) == SECOND
    write_build(target, FIRST)
    assert _siblings(target) == ["kg"]


def test_folders_of_other_builds_are_left_alone(tmp_path: Path) -> None:
    for name in (".kg2.customs-kg-new-1", ".kgx.customs-kg-old", "kg2"):
        (tmp_path / name).mkdir()
    write_build(tmp_path / "kg", FIRST)
    assert _siblings(tmp_path / "kg") == [".kg2.customs-kg-new-1", ".kgx.customs-kg-old", "kg", "kg2"]


def test_a_name_with_wildcards_cleans_only_its_own(tmp_path: Path) -> None:
    (tmp_path / ".kab.customs-kg-new-1").mkdir()
    write_build(tmp_path / "k[ab]*", FIRST)
    write_build(tmp_path / "k[ab]*", SECOND)
    assert _siblings(tmp_path / "kg") == [".kab.customs-kg-new-1", "k[ab]*"]


def test_a_link_to_a_folder_is_followed(tmp_path: Path) -> None:
    real = tmp_path / "disk" / "kg"
    write_build(real, FIRST)
    (tmp_path / "kg").symlink_to(real)
    write_build(tmp_path / "kg", SECOND)
    assert (tmp_path / "kg").is_symlink()
    assert _content(real) == SECOND


def test_reading_a_build_gives_what_lies_beside_the_graph(tmp_path: Path) -> None:
    write_build(tmp_path / "kg", FIRST)
    (tmp_path / "kg" / "notes.md").write_bytes(b"mine")
    assert read_build(tmp_path / "kg") == {"summary.json": b"{}", "text/aa.txt": b"one"}
    assert read_build(tmp_path / "nowhere") == {}


# --- two builds at once

_HOLDING = """
import sys
from pathlib import Path
from customs_kg.graph.files import lock_build
with lock_build(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def _holder(target: Path) -> subprocess.Popen[str]:
    """A process that is building into the folder until its standard input ends or it is killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLDING, target], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_build_into_one_folder_is_refused_and_the_first_goes_on(tmp_path: Path) -> None:
    target = tmp_path / "kg"
    write_build(target, FIRST)
    with _holder(target) as process:
        with pytest.raises(OutputError, match=r"another customs-kg build is writing to .*kg: wait .* -o"):
            write_build(target, SECOND)
        assert _content(target) == FIRST
        write_build(tmp_path / "other", SECOND)
        process.communicate()
    write_build(target, SECOND)
    assert _content(target) == SECOND
    assert _siblings(target) == ["kg", "other"]


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a signal of POSIX")
def test_the_lock_of_a_killed_build_holds_nobody_up(tmp_path: Path) -> None:
    target = tmp_path / "kg"
    with _holder(target) as process:
        process.kill()
        process.communicate()
    assert _siblings(target) == [".kg.customs-kg-lock"]
    write_build(target, FIRST)
    assert _siblings(target) == ["kg"]


def test_a_lock_may_be_nested_and_ends_with_an_error(tmp_path: Path) -> None:
    target = tmp_path / "new" / "kg"
    with pytest.raises(KeyError), lock_build(target):
        write_build(target, FIRST)
        assert len(_siblings(target)) == 2, "the outer lock stays"
        raise KeyError
    assert _siblings(target) == ["kg"]


def test_a_reader_between_the_two_renames_does_not_fail_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "kg"
    write_build(target, FIRST)
    rename, calls = Path.rename, 0

    def with_a_reader(self: Path, goal: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls == 2:  # the old build stands aside, the new one is about to come
            recover_build(target)
        return rename(self, goal)

    monkeypatch.setattr(Path, "rename", with_a_reader)
    write_build(target, SECOND)
    assert calls > 2
    assert _content(target) == SECOND
    assert _siblings(target) == ["kg"]


# --- versions


@pytest.mark.parametrize(
    ("summary", "says"),
    [
        ({"version": "0.0.9"}, r"kg was built by customs-kg 0\.0\.9 in format 0 .* build it again"),
        ({"version": "0.0.9", "format": FORMAT - 1}, "build it again with customs-kg build"),
        ({"version": "7.1.0", "format": FORMAT + 1}, r"customs-kg 7\.1\.0 in format \d+ .* upgrade customs-kg"),
        ({"version": "7.1.0", "format": "x"}, "build it again"),
    ],
)
def test_a_folder_of_another_format_is_recognised(tmp_path: Path, summary: dict[str, object], says: str) -> None:
    write_build(tmp_path / "kg", {**FIRST, "summary.json": json.dumps(summary).encode()})
    with pytest.raises(InputError, match=says):
        check_format(tmp_path / "kg")
    write_build(tmp_path / "kg", SECOND)  # a new build may replace it
    assert _content(tmp_path / "kg") == SECOND


@pytest.mark.parametrize(
    "summary", [b"", b"[]", b"{}", b"{", b"\xff", json.dumps({"version": "9", "format": FORMAT}).encode()]
)
def test_a_folder_that_says_nothing_of_its_version_passes(tmp_path: Path, summary: bytes) -> None:
    check_format(tmp_path)
    write_build(tmp_path / "kg", {**FIRST, "summary.json": summary})
    check_format(tmp_path / "kg")
