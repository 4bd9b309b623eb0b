"""What goods an undertaking is meant for: "A was launched *to stop the smuggling of B*"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.english.stance import clause_modality
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.frames.scene import Scene
from customs_kg.builders.relations.frames.slots import of_frame
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Mention, Things
from customs_kg.ontology.iris import CK


def aim_proposals(text: str, parsed: Parsed, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    """What goods an undertaking is meant for: "A was launched *to stop the smuggling of B*"."""
    for n, clause in enumerate(parsed.clauses):
        if clause.role is not Role.PURPOSE or clause.negated or clause.head is None:
            continue
        modality = clause_modality(parsed.clauses, clause.head)
        if modality is not None and not _is_asked(parsed, clause, parsed.clauses[clause.head]):
            scene = Scene(parsed, n, clause, text, mentions, modality)
            for frame in scene.frames:
                if frame.predicate == CK + "targetsGoods":
                    yield from of_frame(scene, frame, things)


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
