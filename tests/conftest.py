"""Fixtures and marks that the whole test suite shares."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is no fault of the code: examples are not timed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

SHARED_REASON = "the report and the scorer stand beside the checkout only in CI"


def _shared_of(config: pytest.Config) -> Path:
    return config.rootpath.parent / "shared"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip tests marked `shared` where the shared folder is absent, except in CI, where they must run."""
    if _shared_of(config).is_dir() or os.environ.get("CI") == "true":
        return
    for item in items:
        if item.get_closest_marker("shared") is not None:
            item.add_marker(pytest.mark.skip(reason=SHARED_REASON))


@pytest.fixture(scope="session")
def shared_dir(pytestconfig: pytest.Config) -> Path:
    """The folder beside the checkout that holds the real report and the scorer."""
    folder = _shared_of(pytestconfig)
    assert folder.is_dir(), f"{folder.name}/ is missing beside the checkout: {SHARED_REASON}"
    return folder


@pytest.fixture(scope="session")
def report_path(shared_dir: Path) -> Path:
    """The real report, which is read where it stands and never copied."""
    path = shared_dir / "report" / "china-customs-2016.txt"
    assert path.is_file(), f"{path.name} is missing from the shared report folder"
    return path
