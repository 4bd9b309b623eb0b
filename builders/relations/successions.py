"""Who took over a post from whom: "A, who succeeded B as P", "B, P until May, was followed by A"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from customs_kg.builders.things.things import Mention, Things
from customs_kg.ontology.iris import CK, FOAF
from customs_kg.ontology.vocabulary import load_terms

_TITLE = r"(?:Mr|Mrs|Ms|Dr|Sir|Dame|Eng|Hon|Shri|Comrade)?\.? ?$"
_TAKES_OVER = re.compile(
    r"\b(?:succeeded|succeeding|succeeds|replaced|replacing|replaces|relieved|relieving|relieves|followed|following|"
    rf"follows|(?:took|taking|takes|taken) over from|in succession to|(?:as )?(?:the )?successor (?:to|of)) {_TITLE}"
)
_GIVES_WAY = re.compile(
    r"\b(?:(?:succeeded|replaced|relieved|followed)(?: (?:in|on|from) [\w ,]{3,20}?)? by|"
    r"(?:handed|handing) (?:over )?to|(?:gave|giving) way to|"
    rf"made way for|(?:his|her|their) successor,?) {_TITLE}"
)
_PASSIVE = re.compile(r"\b(?:is|was|been|being|be)\s+(?:[a-z]+ly )?(?:succeeded|replaced|relieved|followed)\b")
_AS = re.compile(
    r"(?: (?:on|in) [\w ]{3,18}?)? (?:as|in the (?:post|office|position) of|at the head of) (?:the |its )?$"
)
_NEAR = 120  # characters between the one who goes and the one who comes


@dataclass(frozen=True, slots=True)
class Succession:
    """Who came for whom, and the post where the words name it."""

    incomer: Mention
    outgoer: Mention
    post: Mention | None


def successions(text: str, mentions: Sequence[Mention], things: Things) -> Iterator[Succession]:
    """The successions that a passage states; `mentions` lie in no other, pronouns among them."""
    persons = [m for m in mentions if things.entities[m.thing].cls == FOAF + "Person"]
    posts = [m for m in mentions if load_terms().is_a(things.entities[m.thing].cls, CK + "Post")]
    for first, second in pairwise(persons):
        between = text[first.end : second.start]
        if first.thing == second.thing or len(between) > _NEAR:
            continue
        if _GIVES_WAY.search(between):
            yield Succession(second, first, None)
        elif _TAKES_OVER.search(between) and not _PASSIVE.search(between):
            named = next((p for p in posts if p.start > second.end and _AS.fullmatch(text[second.end : p.start])), None)
            yield Succession(first, second, named)
