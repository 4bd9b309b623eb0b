"""Build folders on disk: replaced whole or left alone.

A build is first written to a new folder beside the old one, then the two change places. Between the two
renames the old build stands aside under a name of ours; whoever opens or builds next puts it back.
A lock beside the folder lets one build at a time write there; the lock of a killed process counts for nothing.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from customs_kg.ontology.errors import InputError, OutputError

GRAPH_FILE = "graph.ttl"
PAGE_FILE = "graph.html"
SUMMARY_FILE = "summary.json"
DATASET_FILE = "void.ttl"
TEXT_FOLDER = "text"
CURATION_FOLDER = "curation"
IDLE_CORRECTIONS = "corrections without effect"  # the key of summary.json: the IRIs that they name
FORMAT = 1  # of build folders, as summary.json states it; a change that this code cannot read makes it one more

_ATTEMPTS = 5
_OURS = frozenset({GRAPH_FILE, PAGE_FILE, SUMMARY_FILE, DATASET_FILE, TEXT_FOLDER, CURATION_FOLDER})


def write_build(directory: Path, files: Mapping[str, bytes]) -> None:
    """Make `directory` hold these files, relative names with "/", in one step.

    A failed or killed build leaves the former folder whole. Files that somebody else put into it stay.

    Raises:
        OutputError: The folder holds something that is no build, another build is writing there, or it
            cannot be written.
    """
    with lock_build(directory):
        recover_build(directory)
        check_replaceable(directory)
        target = directory.resolve()
        new = target.with_name(f"{_new_prefix(target)}{os.getpid()}")
        try:
            _remove_leftovers(target)
            new.mkdir()
            try:
                _fill(new, files)
                _carry_over(target, new)
                _exchange(target, new)
            finally:
                shutil.rmtree(new, ignore_errors=True)
        except OSError as error:
            raise OutputError(f"The build cannot be written to {directory}: {error.strerror or error}.") from error


@contextmanager
def lock_build(directory: Path) -> Iterator[None]:
    """While this lasts, no other process and no other thread writes a build to the folder; it may be nested.

    Raises:
        OutputError: Another build is being written there, or nothing can be written beside the folder.
    """
    from filelock import SoftFileLock, Timeout

    target = directory.resolve()
    place = target.with_name(f".{target.name}.customs-kg-lock")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        lock = SoftFileLock(place, timeout=0, is_singleton=True)
        lock.acquire()
    except Timeout as error:
        raise OutputError(
            f"another customs-kg build is writing to {directory}: wait for its end or name another folder with -o "
            f"(if there is none, remove {place})"
        ) from error
    except OSError as error:
        raise OutputError(f"The build cannot be written to {directory}: {error.strerror or error}.") from error
    try:
        yield
    finally:
        lock.release()


def check_format(directory: Path) -> None:
    """Say that a build folder was written by another version in a form that this one does not read.

    A folder without a readable summary.json says nothing of its version, and passes.

    Raises:
        InputError: The folder is of another format; the message says what to do.
    """
    try:
        summary = json.loads((directory / SUMMARY_FILE).read_bytes())
    except (OSError, ValueError):
        return
    if not isinstance(summary, dict) or "version" not in summary:
        return
    found, version = summary.get("format", 0), summary["version"]
    if found == FORMAT:
        return
    newer = isinstance(found, int) and found > FORMAT
    advice = "upgrade customs-kg to read it" if newer else "build it again with customs-kg build"
    raise InputError(
        f"{directory} was built by customs-kg {version} in format {found} of build folders, and format {FORMAT} was "
        f"expected: {advice}."
    )


def read_build(directory: Path) -> dict[str, bytes]:
    """What a build folder holds beside its graph, by relative name with "/".

    These are the page, the summary, the description, the texts and the corrections.

    A file that is missing is left out.

    Raises:
        InputError: A file cannot be read.
    """
    named = [directory / name for name in (PAGE_FILE, SUMMARY_FILE, DATASET_FILE)]
    paths = [*named, *(p for folder in (TEXT_FOLDER, CURATION_FOLDER) for p in sorted((directory / folder).glob("*")))]
    try:
        return {p.relative_to(directory).as_posix(): p.read_bytes() for p in paths if p.is_file()}
    except OSError as error:
        raise InputError(f"{directory} cannot be read: {error.strerror or error}.") from error


def curation_file(sha256: str) -> str:
    """Where a build keeps the corrections of the text with this digest."""
    return f"{CURATION_FOLDER}/{sha256}.toml"


def check_replaceable(directory: Path) -> None:
    """Say early, before the work, that a build may not go there.

    Raises:
        OutputError: The place is a file, or a folder with something in it that customs-kg did not build.
    """
    try:
        if directory.exists() and not directory.is_dir():
            raise OutputError(f"{directory} is not a folder: name a folder for the build with -o.")
        strange = directory.is_dir() and any(directory.iterdir()) and not (directory / SUMMARY_FILE).is_file()
    except OSError as error:
        raise OutputError(f"The build cannot be written to {directory}: {error.strerror or error}.") from error
    if strange:
        raise OutputError(f"{directory} holds files but no customs-kg build: name another folder with -o.")


def recover_build(directory: Path) -> None:
    """Put the former build back where a build was killed between its two renames."""
    target = directory.resolve()
    aside = _aside(target)
    if aside.is_dir() and not target.exists():
        with suppress(OSError):  # somebody else may be doing the same, or only be allowed to read
            aside.rename(target)


def _new_prefix(target: Path) -> str:
    return f".{target.name}.customs-kg-new-"


def _aside(target: Path) -> Path:
    return target.with_name(f".{target.name}.customs-kg-old")


def _remove_leftovers(target: Path) -> None:
    """What killed builds left: half-written new folders, and an old one whose successor is in place."""
    for leftover in target.parent.glob(f"{_glob_escape(_new_prefix(target))}*"):
        shutil.rmtree(leftover, ignore_errors=True)
    if target.exists():
        shutil.rmtree(_aside(target), ignore_errors=True)


def _glob_escape(name: str) -> str:
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    for name in sorted(files):
        parts = PurePosixPath(name).parts
        if PurePosixPath(name).is_absolute() or ".." in parts:
            raise ValueError(f"{name} leads out of the build folder")
        path = folder.joinpath(*parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(files[name])
            file.flush()
            os.fsync(file.fileno())


def _carry_over(former: Path, new: Path) -> None:
    """Copy what somebody else put into the former build."""
    for item in sorted(former.iterdir()) if former.is_dir() else ():
        if item.name in _OURS:
            continue
        if item.is_dir() and not item.is_symlink():
            shutil.copytree(item, new / item.name, symlinks=True)
        else:
            shutil.copy2(item, new / item.name, follow_symlinks=False)


def _exchange(target: Path, new: Path) -> None:
    """Two renames, since no portable call exchanges two folders; the former build survives a failure."""
    aside = _aside(target)
    for attempt in range(_ATTEMPTS):
        if target.exists():
            target.rename(aside)
        try:
            new.rename(target)
            break
        except OSError:
            # A reader who came in between may have put the old build back already.
            if aside.is_dir() and not target.exists():
                aside.rename(target)
            elif attempt + 1 < _ATTEMPTS:
                continue
            raise
    _sync_folder(target.parent)
    shutil.rmtree(aside, ignore_errors=True)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":  # Windows cannot open a folder to flush it
        return
    with suppress(OSError):  # some file systems refuse; the build is in place all the same
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
