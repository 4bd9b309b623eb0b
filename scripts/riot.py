"""Validate Turtle files with Apache Jena's riot as Debian packages it: `python scripts/riot.py FILE...`.

Exit code 1 when riot reports an error or a warning. Debian's jena-core looks for its Xerces message files
under `xerces/`, but carries them under `org/apache/jena/ext/xerces/`: they are copied where it looks.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

JARS = Path("/usr/share/java")
OTHER_LOGGERS = (
    "log4j",
    "logback",
    "slf4j-jdk14",
    "slf4j-jcl",
    "slf4j-nop",
    "maven3-slf4j",
    "jul-to-",
    "jcl-over-",
)
MESSAGES = "org/apache/jena/ext/xerces/"


def main(files: Sequence[str]) -> int:
    """Run riot on the files; its exit code, or 2 when it is not installed or no file is given."""
    core = JARS / "jena-core.jar"
    if not core.is_file() or not files:
        print("riot needs Debian's libapache-jena-java and at least one file", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        unpack_messages(core, Path(folder))
        jars = [str(jar) for jar in sorted(JARS.glob("*.jar")) if not any(name in jar.name for name in OTHER_LOGGERS)]
        command = ["java", "-cp", ":".join([folder, *jars]), "riotcmd.riot", "--validate", *files]
        done = subprocess.run(command, check=False)
    if done.returncode == 0:
        print(f"riot: {len(files)} files without an error or a warning")
    return done.returncode


def unpack_messages(jar: Path, folder: Path) -> None:
    """Copy the Xerces message files of the jar to `folder`/xerces."""
    with zipfile.ZipFile(jar) as archive:
        for name in archive.namelist():
            if name.startswith(MESSAGES) and name.endswith(".properties"):
                target = folder / "xerces" / name.removeprefix(MESSAGES)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(name))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
