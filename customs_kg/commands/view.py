"""`customs-kg view`: the graph page in the browser."""

from __future__ import annotations

from pathlib import Path

from customs_kg.ontology.errors import InputError


def run_view(folder: Path, *, browser: bool) -> str:
    """The path of the page, opened in the browser when asked for.

    Raises:
        InputError: There is no built page in the folder.
    """
    page = (folder / "graph.html").resolve()
    if not page.is_file():
        raise InputError(
            f"there is no graph.html in {folder}; run `customs-kg build` first, or name a folder with --graph"
        )
    if browser:
        import webbrowser

        webbrowser.open(page.as_uri())
    return str(page)
