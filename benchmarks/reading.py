"""How long the whole reading takes, text to facts, beside spaCy on the same text; and how it grows with awkward inputs.

What is made of the facts, Turtle and the page, is timed apart: spaCy makes neither.

Run: python benchmarks/reading.py [REPORT ...]     (default: the bundled digest)
With spaCy: uv run --with spacy python benchmarks/reading.py [REPORT ...]
Everything runs in one process. "First" is the first time a text is read after another text has been, so that tables
are loaded but nothing of this text is remembered; "again" is the best of 5 more. Times are those of the processor,
and ours and spaCy's alternate, so that other work on the machine falls on both. What matters is the ratio.
"""

from __future__ import annotations

import gc
import importlib.util
import itertools
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from importlib.resources import files
from pathlib import Path

from customs_kg.builders.document import read_document
from customs_kg.builders.parse import parse_passage
from customs_kg.builders.pipeline import read_report
from customs_kg.builders.reading.layout import read_blocks
from customs_kg.builders.reading.sections import read_outline
from customs_kg.builders.reading.segments import read_segments
from customs_kg.builders.reading.text import decode_report, words_of
from customs_kg.builders.things.things import find_things
from customs_kg.graph.model import ReportFacts, ReportText
from customs_kg.graph.page import write_page
from customs_kg.graph.triples import report_triples
from customs_kg.graph.turtle import write_turtle
from customs_kg.graph.view import build_view

AGAIN = 5
LIMIT = 3.5  # how much longer twice the input may take, where 2 is linear and 4 quadratic
WARM_UP = (
    "Northern Isles Fisheries Board\n\n1. The year\n\nThe board inspected 214 trawlers in 2011, 12% more than in 2010, "
    "and will open a second quay. It was led by Mr. Olsen until March.\n"
)
ADJECTIVES = (
    "amber brisk calm coastal dense eager early fallow frosty gentle golden hidden hollow humble inland ivory "
    "keen late level lofty lunar mellow misty modern narrow noble northern oaken old outer pale plain polar "
    "proud quiet rapid rare rough rural sandy shallow silent silver slender smooth solar sombre southern "
    "stable steep stony sturdy subtle sunny swift tall tender thin tidal tranquil upper urban vast velvet "
    "vivid warm western wide wild winter young"
).split()
NOUNS = (
    "acorn anvil apple arch aspen badger barley basin bell birch bottle brook butter cabin canal candle castle "
    "cedar chapel cherry clover copper cottage cradle crystal dairy delta diary elm falcon feather fern fiddle "
    "forest fountain garden garnet glacier granite guitar hammer harvest heron honey island jasmine kettle "
    "ladder lantern lemon linen lodge maple marble meadow mirror mosaic nettle orchard otter paddle pebble "
    "pepper pillow plaza poplar quarry raven"
).split()
VERBS = "bake boil carve chop dig draw drink dry dye fold grind knit mix paint peel pour roast sew slice spin".split()


def main() -> None:
    """Prints the steps for each report, spaCy's times where it is installed, and the growth."""
    texts = [decode_report(Path(name).read_bytes(), name) for name in sys.argv[1:]] or [_digest()]
    spacy = _spacy_reader() if importlib.util.find_spec("spacy") else None
    for read in filter(None, (_ours, spacy)):
        read(ReportText("warm-up", WARM_UP, ""))
    gc.freeze()  # neither pays for the garbage collector's way through the tables of the other
    for text in texts:
        print(f"{text.name}: {len(text.text):,} characters")
        runs = [partial(read, text) for read in (_ours, spacy) if read]
        (first, again), *theirs = _timed(runs)
        for step, seconds in _steps(text):
            print(f"  {step:34}{'':>10} {seconds * 1000:8.1f} ms again")
        print(f"  {'our whole reading, text to facts':34}{first * 1000:8.1f} ms first {again * 1000:8.1f} ms again")
        for their_first, their_again in theirs:
            print(f"  {'spaCy, rules only':34}{their_first * 1000:8.1f} ms first {their_again * 1000:8.1f} ms again")
            print(f"  {'ours / spaCy':34}{first / their_first:8.2f}    first {again / their_again:8.2f}    again")
        if not theirs:
            print("  spaCy is not installed: uv run --with spacy python benchmarks/reading.py")
        for step, (made_first, made_again) in _outputs(text):
            print(f"  {step:34}{made_first * 1000:8.1f} ms first {made_again * 1000:8.1f} ms again")
    _print_growth()


def _digest() -> ReportText:
    name = "china-customs-2016-digest.txt"
    return decode_report(files("customs_kg").joinpath("examples", name).read_bytes(), name)


def _ours(text: ReportText) -> ReportFacts:
    """Text to facts: things, figures, relations, actions, discrepancies."""
    return read_report(text.text.encode("utf-8"), text.name)


def _timed(runs: Sequence[Callable[[], object]]) -> list[tuple[float, float]]:
    """For each of what is run in turn, the seconds of its first run and of the best of the others."""
    rounds = [[_seconds(run) for run in runs] for _ in range(1 + AGAIN)]
    return [(times[0], min(times[1:])) for times in zip(*rounds, strict=True)]


def _seconds(run: Callable[[], object]) -> float:
    """Seconds of the processor."""
    start = time.process_time()
    run()
    return time.process_time() - start


def _outputs(text: ReportText) -> Iterable[tuple[str, tuple[float, float]]]:
    """What is made of the facts of a text: the seconds of the first time and of the best of several more."""
    facts = _ours(text)
    yield "facts to Turtle", _timed([lambda: write_turtle(report_triples(facts))])[0]
    yield "facts to the page", _timed([lambda: write_page(build_view([facts]))])[0]


def _steps(text: ReportText) -> Iterable[tuple[str, float]]:
    """The steps, each with the best of several runs in seconds."""
    stored = text.text
    blocks = read_blocks(stored)
    outline = read_outline(stored, blocks)
    document = read_document(text)
    steps: tuple[tuple[str, Callable[[], object]], ...] = (
        ("lines and blocks", lambda: read_blocks(stored)),
        ("sections", lambda: read_outline(stored, blocks)),
        ("segments", lambda: read_segments(outline, words_of(stored))),
        ("all of these, quantities and times", lambda: read_document(text)),
        ("words and clauses", lambda: [parse_passage(passage) for passage in document.passages]),
        ("things", lambda: find_things(document)),
    )
    return [(name, min(_seconds(run) for _ in range(AGAIN))) for name, run in steps]


def _spacy_reader() -> Callable[[ReportText], object]:
    """A blank English pipeline with a sentencizer, 5,000 phrases that are not of the text and 200 patterns."""
    import spacy  # pyright: ignore[reportMissingImports] # only where it is installed
    from spacy.matcher import Matcher, PhraseMatcher  # pyright: ignore[reportMissingImports]

    language = spacy.blank("en")
    language.add_pipe("sentencizer")
    phrases = PhraseMatcher(language.vocab, attr="LOWER")
    terms = [f"{a} {b}" for a, b in itertools.islice(itertools.product(ADJECTIVES, NOUNS), 5000)]
    phrases.add("term", list(language.pipe(terms)))
    patterns = Matcher(language.vocab)
    for verb, noun in itertools.islice(itertools.product(VERBS, NOUNS[:10]), 200):
        article = {"LOWER": {"IN": ["the", "a", "an"]}, "OP": "?"}
        patterns.add(f"{verb}-{noun}", [[{"LOWER": verb}, article, {"IS_ALPHA": True}, {"LOWER": noun}]])

    def read(text: ReportText) -> object:
        document = language(text.text)
        return list(document.sents), phrases(document), patterns(document)

    return read


AWKWARD: dict[str, Callable[[int], str]] = {
    "one paragraph": lambda n: "The cutters searched 14 yachts in 2019, and their crews were relieved in August. " * n,
    "no full stop": lambda n: "the cutters searched yachts and took the boats " * n,
    "brackets never closed": lambda n: "The boats " + "(the boats sailed " * n,
    "commas": lambda n: "The agency will " + ", ".join(f"open office {i}" for i in range(3 * n)) + ".",
    "headings": lambda n: "".join(f"{i}. Boats\n\nThey sail.\n\n" for i in range(n)),
    "capitals": lambda n: "THE BOATS AT SEA\n" * n,
    "table rows": lambda n: "        2019   2020\n" + "".join(f"Row{i}    {i}    {i}\n" for i in range(n)),
    "words in columns": lambda n: "".join(f"{'a' * (i % 7 + 1)}   south   east\n" for i in range(n)),
    "list items": lambda n: "".join(f"{' ' * (i % 40)}- open office {i}:\n" for i in range(n)),
    "broken words": lambda n: "abc-\n" * 3 * n,
    "blanks": lambda n: " " * 100 * n + "a",
    "dots": lambda n: "a" + "." * 100 * n,
    "quotes": lambda n: "quays " + "'\"" * 20 * n,
}


def _print_growth() -> None:
    print(f"twice the input takes so many times as long (2 is linear; over {LIMIT} is marked)")
    for name, make in AWKWARD.items():
        inputs = [ReportText(name, make(size), "") for size in (400, 800)]
        once, twice = (min(_seconds(partial(_ours, text)) for _ in range(3)) for text in inputs)
        print(f"  {name:34}{twice / once:8.2f} {'<--' if twice / once > LIMIT and twice > 0.1 else ''}")


if __name__ == "__main__":
    main()
