"""What something is done for: "launched A *to stop the smuggling of B*", "opened A *to support B*"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.english.stance import clause_modality
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.frames.scene import Scene
from customs_kg.builders.relations.frames.slots import of_frame
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK


def aim_proposals(text: str, parsed: Parsed, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    """What goods something is meant for, whom it helps and what it replaces: "*To support A*, B opened C"."""
    for n, clause in enumerate(parsed.clauses):
        opening = _opens(parsed, n)
        if opening is None and _is_aimed(parsed, clause):
            opening = clause.head if clause.head is not None else _main_behind(parsed, clause)
        clause = clause if opening is None else clause._replace(role=Role.PURPOSE, head=opening)
        if clause.role is not Role.PURPOSE or clause.negated or clause.head is None:
            continue
        modality = clause_modality(parsed.clauses, clause.head)
        if clause.group[0] and parsed.tokens[clause.group[0] - 1].lower in _AHEAD and modality is not None:
            modality = Modality.PLANNED
        if modality is not None and not _is_asked(parsed, clause, parsed.clauses[clause.head]):
            clauses = (*parsed.clauses[:n], clause, *parsed.clauses[n + 1 :])
            scene = Scene(replace(parsed, clauses=clauses), n, clause, text, mentions, modality)
            for frame in scene.frames:
                helps = frame.predicate == CK + "supports" and clause.lemma in _HELPS and not frame.passive
                if frame.predicate == CK + "replaces" and modality is Modality.STANDING:  # "is designed to replace"
                    yield from (replace(p, modality=Modality.PLANNED) for p in of_frame(scene, frame, things))
                elif frame.predicate in _AIMS or helps:
                    yield from of_frame(scene, frame, things)


def _opens(parsed: Parsed, n: int) -> int | None:
    """The main clause behind an infinitive that opens the sentence: "*To support A*, B opened C"; else None."""
    clause = parsed.clauses[n]
    leads = [t.lower for t in parsed.tokens[: clause.group[0]]]
    if n or leads not in _LEADS or clause.form is not Form.INFINITIVE or clause.subject is not None:
        return None
    return _main_behind(parsed, clause)


def _is_aimed(parsed: Parsed, clause: Clause) -> bool:
    """Whether a noun for an aim leads to a gerund: "with *the aim of stopping* A", "with *a view to* supporting A"."""
    before = [t.lower for t in parsed.tokens[max(0, clause.group[0] - 2) : clause.group[0]]]
    return clause.role is Role.MEANS and len(before) == 2 and before[1] in ("of", "to") and before[0] in _AIM_NOUNS


def _main_behind(parsed: Parsed, clause: Clause) -> int | None:
    """The main clause that begins behind the comma after a clause; else None."""
    end = clause.extent[1]
    behind = parsed.tokens[end : end + 1]
    main = next((k for k, c in enumerate(parsed.clauses) if c.finite and c.role is Role.MAIN and c.subject), None)
    begins = main is not None and parsed.clauses[main].extent[0] == end + 1
    return main if begins and behind and behind[0].tag == "," else None


_LEADS: Sequence[Sequence[str]] = ([], ["in", "order"])
_HELPS = frozenset("aid assist back help support".split())
_AIM_NOUNS = frozenset("aim goal intention object objective purpose view".split())
_AHEAD = frozenset("due set scheduled slated poised destined ready".split())  # "A, *due to* replace B, was bought"
_AIMS = frozenset((CK + "targetsGoods", CK + "replaces"))


def _is_asked(parsed: Parsed, clause: Clause, head: Clause) -> bool:
    """Whether who is to do it was only asked or able, or offered to: "was invited *to stop A*", "was unable *to*"."""
    between = [t.lower for t in parsed.tokens[head.group[1] : clause.group[0]]]
    if not between:
        return head.lemma in _ASKING
    return head.lemma in ("be", "stand", "lack", "have") and between[-1] in _READY


_ASKING = frozenset(
    "offer promise threaten wish agree refuse hope want invite allow permit forbid ask urge order require request "
    "expect encourage persuade tell enable call pledge vow volunteer".split()
)

_READY = frozenset("unable able ready free fit likely unlikely small weak late power right means will".split())
