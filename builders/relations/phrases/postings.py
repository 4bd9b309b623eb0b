"""Where a body's people sit abroad, whatever says so: "attachés serve at our embassies in A", "liaison posts in B".

They are those of the body named beside them or of the one that keeps them; else they are the agency's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from customs_kg.builders.english.clauses import Clause
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.admission import admits
from customs_kg.builders.relations.clauses.agentless import is_body
from customs_kg.builders.relations.frames.scene import Scene
from customs_kg.builders.relations.phrases.posting_phrases import NOT_OWN, Posting, postings
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.relations.spelled_lists import row_from
from customs_kg.builders.things.known.labels import label_key
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK

_SURE = Decimal("0.70")
_DENIED = re.compile(r"\b(?:withdrew|withdrawn|recalled|closed|former|no|not|nor|none|never|proposed)\b", re.I)
_BESIDE = re.compile(r"(?:'s?)? ?")  # "A's attachés", "A attachés"
_NATION = re.compile(r"[A-Z][\w.]*\s+$")
_KEEPS = frozenset(
    "have keep maintain place post station deploy run operate open send second employ staff appoint base establish "
    "assign retain".split()
)
_KEPT = frozenset("represent".split())  # "A is represented by attachés in B"


def posting_claims(
    text: str, parsed: Parsed, scenes: Sequence[Scene], mentions: Sequence[Mention], things: Things
) -> Iterator[Proposal]:
    """The places where the people of a passage's bodies sit abroad, and the bodies that they sit with."""
    for posting in postings(text, mentions):
        if _DENIED.search(text, text.rfind(";", 0, posting.start) + 1, posting.end):
            continue
        clause = _clause_of(posting, parsed)
        scene = next((s for s in scenes if s.clause == clause), None)
        told = clause is not None and (_says_where(clause, posting, parsed) or clause.lemma in _KEEPS)
        owner = None if told and scene is None else _owner(posting, text, scene, mentions, things)
        modality = scene.modality if scene is not None and told else Modality.STANDING
        for target in row_from(posting.end, text, mentions) if owner is not None else ():
            for name in ("representedIn", "representedAt"):
                if owner is not None and admits(CK + name, owner, target, things) and not _is_home(target, things):
                    words = (posting.start, posting.end)
                    yield Proposal(owner, CK + name, target, modality, f"posted-{name}", words, _SURE)


def _is_home(target: Mention, things: Things) -> bool:
    """The country that the report is from, where those of others are posted."""
    return target.thing.rpartition("/")[2] == f"place-int-{things.territory.lower()}"


def _clause_of(posting: Posting, parsed: Parsed) -> Clause | None:
    """The clause whose verb says where they are, else the last that has their noun behind its verb or as subject."""
    saying = [clause for clause in parsed.clauses if _says_where(clause, posting, parsed)]
    around = [clause for clause in parsed.clauses if _holds(clause, posting, parsed)]
    return next(iter(saying), around[-1] if around else None)


def _holds(clause: Clause, posting: Posting, parsed: Parsed) -> bool:
    """Whether the noun stands behind the verb of a clause, or in its subject."""
    stretches = [(clause.group[0], clause.extent[1])] + ([clause.subject] if clause.subject else [])
    return any(start <= posting.head[0] < end for start, end in map(parsed.stretch, stretches))


def _says_where(clause: Clause, posting: Posting, parsed: Parsed) -> bool:
    return posting.head[1] <= parsed.tokens[clause.group[0]].start < posting.end


def _owner(
    posting: Posting, text: str, scene: Scene | None, mentions: Sequence[Mention], things: Things
) -> Mention | None:
    """Whose people they are: the body's beside them, that of who keeps them, or the agency's."""
    if posting.of_body is not None or not NOT_OWN.isdisjoint(posting.kinds):
        return posting.of_body if posting.of_body is not None and is_body(posting.of_body, things) else None
    agency = Mention(mentions[0].passage, posting.start, posting.head[1], things.agency, "understood", _SURE)
    beside = [m for m in mentions if m.how != "pronoun" and _is_beside(m, posting, text)]
    if beside:
        return next((agency if _is_home(m, things) else m for m in beside if _can_keep(m, things)), None)
    if named := _named_within(posting, text, mentions, things):
        return replace(agency, thing=named)
    if "our" in posting.kinds:
        return agency
    if "its" in posting.kinds and not (scene is not None and scene.clause.lemma in _KEEPS):
        return next((m for m in mentions if text[m.start : m.end].lower() == "its" and is_body(m, things)), None)
    if _NATION.search(text, 0, posting.start):
        return None  # "the *French* attaché in A"
    return _keeper(posting, scene, agency, things)


def _can_keep(mention: Mention, things: Things) -> bool:
    """A body, or the report's own country, which then means the agency: "*Finland* has attachés in A"."""
    return is_body(mention, things) or _is_home(mention, things)


def _named_within(posting: Posting, text: str, mentions: Sequence[Mention], things: Things) -> str:
    """The body that opens the name of the people: "*ABC* liaison officers" is the name of a post."""
    whole = next((m for m in mentions if m.start < posting.start and posting.head[1] <= m.end), None)
    opening = text[whole.start : posting.start].removesuffix("'s ").strip() if whole else ""
    bodies = things.by_label(CK + "PublicBody", CK + "CustomsUnit") if opening else {}
    return bodies.get(label_key(opening), "")


def _is_beside(mention: Mention, posting: Posting, text: str) -> bool:
    """Right before the noun phrase, or at its beginning: "*A Customs* attachés"."""
    if posting.start < mention.end < posting.head[0]:
        return True
    return mention.end <= posting.start and _BESIDE.fullmatch(text, mention.end, posting.start) is not None


def _keeper(posting: Posting, scene: Scene | None, agency: Mention, things: Things) -> Mention | None:
    """Who keeps them, by the clause: "*A* has attachés in B"; the agency, where they are what is spoken of."""
    if scene is None:
        return agency
    clause = scene.clause
    start = scene.parsed.tokens[clause.group[0]].start
    if posting.head[1] <= start:
        return agency  # the subject
    keeps = clause.lemma in (_KEPT if clause.passive else _KEEPS)
    kept_by = [m for m in next(iter(scene.subject_rows), ()) if _can_keep(m, things)] if keeps else []
    subjects = [agency if _is_home(m, things) else m for m in kept_by]
    there = clause.lemma == "be" and bool(clause.subject) and scene.text[:start].lower().rstrip().endswith("there")
    return next(iter(subjects), agency if there else None)
