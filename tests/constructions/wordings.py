"""Wordings of relations with all their forms written out, and the names that fill them: the columns of the grid."""

from __future__ import annotations

from typing import NamedTuple


class Wording(NamedTuple):
    """A relation said of `a` and `b` with a verb; `c` could stand for `a`, `d` for `b`.

    The forms of the verb are with the words up to `b`: "reports to", "reported to", "report to", "reporting to" and
    (behind "have") "reported to". `forward` says that `a` is the subject of the edge.
    """

    predicate: str
    a: str
    b: str
    c: str
    d: str
    present: str
    past: str
    base: str
    gerund: str
    perfect: str
    forward: bool = True

    def fill(self, template: str) -> str:
        """The sentence of a construction: a template in which the names of the fields stand in braces."""
        sentence = template.format(**self._asdict())
        return sentence[0].upper() + sentence[1:]

    @property
    def edge(self) -> tuple[str, str, str]:
        """The subject, property and object that a sentence is to state, names without their article."""
        ends = (self.a.removeprefix("the "), self.b.removeprefix("the "))
        subject, target = ends if self.forward else ends[::-1]
        return subject, self.predicate, target


WORDINGS = (
    Wording(
        "operates", "Brevik Customs", "the Corvus Clearance System", "the Coast Guard", "the Manifest System",
        "runs", "ran", "run", "running", "run",
    ),
    Wording(
        "reportsToBody", "the Marine Unit", "the Ministry of Transport", "the Coast Guard", "the Ministry of Justice",
        "answers to", "answered to", "answer to", "answering to", "answered to",
    ),
    Wording(
        "participant", "the National Police", "the Lisgar Conference", "the Coast Guard", "the Customs Forum",
        "attends", "attended", "attend", "attending", "attended", forward=False,
    ),
    Wording(
        "memberOf", "Brevik Customs", "the World Customs Organization", "the Coast Guard", "INTERPOL",
        "is a member of", "was a member of", "be a member of", "being a member of", "been a member of",
    ),
    Wording(
        "supports", "the World Bank", "the Deep Harbour Project", "the European Union", "the Single Window Project",
        "pays for", "paid for", "pay for", "paying for", "paid for",
    ),
)  # fmt: skip
