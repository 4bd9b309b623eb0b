"""How time and memory grow with the number of reports, in one process and in two.

Run: python benchmarks/growth.py [MOST]     (default: 100; 1000 takes some minutes)

Every report is generated and unlike the others. What is printed for 1, 10, 100 ... reports: seconds, the seconds of
processor time that the workers took for a report (which other work on the machine disturbs less), the peak memory of
the workers in MiB, and whether two processes read the same as one.
"""

from __future__ import annotations

import hashlib
import random
import resource
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from customs_kg.builders.pipeline import read_report

PLACES = "Amber Birch Cedar Dune Elm Fern Garnet Heron Isle Jade Kelp Lagoon Marsh Otter Pine Quarry Reef Sand".split()
GOODS = "tea salt timber copper wool sugar rice cotton glass paper".split()
UNITS = "tonnes containers parcels crates".split()
SYSTEMS = "Beacon Compass Harbour Lantern Mast Pilot Rudder Sextant Signal Sounding".split()


@dataclass(frozen=True, slots=True)
class Outcome:
    """The digest of what was read, the processor's seconds for it, and the peak memory of its process in MiB."""

    digest: str
    seconds: float
    peak: float


def main() -> None:
    """Print a line for each number of reports and processes."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    print(f"{'reports':>8} {'processes':>10} {'seconds':>9} {'CPU each':>9} {'peak MiB':>9}  same as one process")
    number = 1
    while number <= most:
        reports = [generated(seed) for seed in range(number)]
        alone: Sequence[str] = ()
        for processes in (1, 2):
            seconds, outcomes = timed(reports, processes)
            digests = [outcome.digest for outcome in outcomes]
            alone = alone or digests
            each = sum(outcome.seconds for outcome in outcomes) / number
            peak = max(outcome.peak for outcome in outcomes)
            same = "yes" if digests == list(alone) else "NO"
            print(f"{number:8} {processes:10} {seconds:9.2f} {each:9.3f} {peak:9.0f}  {same}", flush=True)
        number *= 10


def timed(reports: Sequence[bytes], processes: int) -> tuple[float, list[Outcome]]:
    """Seconds for all reports, without the start of the workers, and what each gave."""
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        list(pool.map(read, [generated(-1)] * processes))  # load the tables
        start = time.perf_counter()
        outcomes = list(pool.map(read, reports, chunksize=4))
        return time.perf_counter() - start, outcomes


def read(report: bytes) -> Outcome:
    """Read one report."""
    start = time.process_time()
    facts = read_report(report, "generated.txt")
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Outcome(hashlib.sha256(repr(facts).encode()).hexdigest(), seconds, peak)


def generated(seed: int) -> bytes:
    """A report of about 700 words; no two seeds give the same."""
    dice = random.Random(seed)  # noqa: S311 (no secret)
    year, place = dice.randint(1990, 2030), f"{dice.choice(PLACES)} {dice.choice(PLACES)}"
    agency = f"{place} Customs Service"
    lines = [agency, f"Annual Report {year}", "", "1. The year", ""]
    lines += [sentence(dice, agency, place, year) for _ in range(40)]
    lines += ["", "2. Outlook", ""]
    lines += [f"In {year + 1} the {agency} will open the {dice.choice(PLACES)} Wharf Laboratory." for _ in range(5)]
    return "\n".join(lines).encode()


def sentence(dice: random.Random, agency: str, place: str, year: int) -> str:
    """One sentence with a figure, a thing or a relation."""
    amount, goods = f"{dice.randint(2, 999_999):,}", dice.choice(GOODS)
    name = f"{dice.choice(SYSTEMS)} {dice.choice(SYSTEMS)} {dice.randint(1, 99)}"
    return dice.choice(
        (
            f"The {agency} seized {amount} {dice.choice(UNITS)} of {goods} in {year}, {dice.randint(2, 90)}% more.",
            f"Revenue from {goods} came to EUR {dice.randint(1, 900)}.{dice.randint(1, 9)} million.",
            f"The {name} System was put into operation by the {dice.choice(PLACES)} Directorate.",
            f"Operation {name} was conducted jointly with the {dice.choice(PLACES)} Police of {place}.",
            f"An agreement on {goods} was signed with the {dice.choice(PLACES)} Ministry in May {year}.",
        )
    )


if __name__ == "__main__":
    main()
