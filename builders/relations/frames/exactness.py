"""Whether words that fit a frame say what it does: who "serves *at* the A" is no member of it."""

from __future__ import annotations

import re

from customs_kg.builders.relations.frames.frames import Frame
from customs_kg.builders.relations.frames.scene import Scene
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.ontology.iris import CK

# where one's own people work is no representation; nor are those who go for a time
_AT_HOME = re.compile(
    r"\b(?:headquarters|head office|main office|academy|school|laboratory|ports?|ports? of entry|border posts?|"
    r"stations?) (?:in|at|of) (?:the )?$"
)
_ABROAD = re.compile(r"\b(?:liaison|representative|overseas|foreign) (?:[a-z]+ )?(?:office|desk|bureau|post)", re.I)
_FOR_A_TIME = re.compile(r"\b(?:merely|only|temporarily|briefly)\b")
_AT = re.compile(r"\b(?:at|near|off|along|outside|throughout) (?:[a-z0-9,.'-]+ ){0,8}['\"]?$", re.I)
_ONE_OF = re.compile(r"\bone of (?:(?!of\b)[\w'-]+ ){0,6}['\"]?$")
_RIGHT_FROM = re.compile(r"(?: in (?:[A-Z][a-z]+ )?\d{4})? from\b")
# for what one is thanked who helped: "thanked A *for its advice*", not "for its patience"
_FOR_HELP = re.compile(
    r"[^.;:]{0,90}?\bfor (?:[a-z-]+ ){0,4}?(?:advice|aid|assistance|backing|contributions?|cooperation|donations?|"
    r"equipment|expertise|financing|funding|gifts?|grants?|guidance|help|loans?|support|training)\b"
)
_THANKS = frozenset("grateful indebted thankful gratitude appreciation thanks".split())
# what is handed to somebody to use: "handed over *two boats* to A", not "a suspect", "the chair", "a paper"
_USEFUL = frozenset(
    "aircraft boat boats bus buses camera cameras computer computers device devices dog dogs drone drones equipment "
    "furniture generators grant jeeps kits laboratory laptops machine machines motorcycles scanner scanners "
    "spectrometers tablets trucks uniforms van vans vehicle vehicles vessel vessels".split()
)
_HANDS = frozenset("give hand present".split())
_NAMING = frozenset("appoint choose confirm designate elect hire install name nominate pick propose select".split())
_SEATED = frozenset(CK + n for n in "componentOf memberOf participatesInMechanism".split())


_OTHERS = re.compile(r"\b(?:and|with) (?:[\w-]+ )?others?\b")
_CONTRACT = re.compile(r"\b(?:contracts?|orders?|tenders?|concessions?|deals?) (?:[^.;]{0,60} )?to (?:the )?$")
# what somebody is asked or has, which is not what it is of: "dismissed the *appeal of* A", "visited the *seat of* A"
_OPAQUE = re.compile(
    r"\b(?:appeals?|requests?|complaints?|applications?|claims?|headquarters|premises|buildings?|seat|decisions?|rulings?"
    r"|delegations?|accounts?|budget|proposals?|staff|cases?) (?:of|by|from) (?:the )?$"
)
_SUM = re.compile(r"\d|\b(?:revenues?|money|funds?|sums?|amounts?)\b")
_BEHIND = 90  # characters before a thing that hold what is done


def says_so(scene: Scene, frame: Frame, said: Proposal) -> bool:
    """Whether the words say what the frame does: who "serves *at* the A" is no member, as who serves *on* it is."""
    text, target = scene.text, said.object
    if _is_of_other(scene, frame, said) or _is_abroad(scene, frame, said):
        return False
    seated = frame.predicate in _SEATED and frame.words[-1:] in (("on",), ("inside",))
    if seated or (frame.predicate == CK + "operates" and frame.words == ("on",)):  # "run *at* A" is not run on it
        return _AT.search(text, 0, target.start) is None
    if frame.predicate == CK + "replaces" and frame.verb == "become":  # "became *an agency of* A" is no new name
        said_of = text[scene.parsed.stretch(scene.clause.group)[1] : said.subject.start]
        return said_of in (" ", " the ") and text[said.subject.start].isupper()
    if frame.predicate == CK + "developedBy" and frame.words == (
        "from",
    ):  # "bought with money from A" is A's no product
        return _RIGHT_FROM.match(text, scene.parsed.stretch(scene.clause.group)[1]) is not None
    if frame.predicate == CK + "holds" and frame.words == ("as",) and scene.clause.lemma in _NAMING:
        return scene.clause.passive or any(m.thing == said.subject.thing for m in scene.direct)  # "A named *B* as P"
    if frame.words[-2:] == ("one", "of"):  # "one of the partners of A" is no A
        return _ONE_OF.search(text, 0, target.start) is not None
    if frame.predicate == CK + "supports" and (frame.verb == "thank" or not _THANKS.isdisjoint(frame.words)):
        return _FOR_HELP.match(text, said.subject.end) is not None
    if frame.predicate == CK + "supports" and frame.verb in _HANDS and frame.words in (("to",), ("over", "to")):
        return not _USEFUL.isdisjoint(text[scene.parsed.stretch(scene.clause.extent)[0] : target.start].lower().split())
    if frame.predicate == CK + "representedIn":
        at_home = _AT_HOME.search(text, 0, target.start) is not None
        return not at_home and _FOR_A_TIME.search(text, *scene.parsed.stretch(scene.clause.group)) is None
    return True


def _is_abroad(scene: Scene, frame: Frame, said: Proposal) -> bool:
    """Whether an office is one of a body whose seat is elsewhere: "has *liaison desks* in A"."""
    seat = frame.predicate == CK + "locatedIn" and frame.words[:1] == ("office",)
    behind = scene.parsed.stretch(scene.clause.group)[1]
    return seat and _ABROAD.search(scene.text, behind, said.object.start) is not None


def _is_of_other(scene: Scene, frame: Frame, said: Proposal) -> bool:
    """Whether what is done is done to something else: the *appeal* of A, a *contract* to A, a duty's rate."""
    text, target = scene.text, said.object
    done = target if frame.subject_first else said.subject
    if frame.verb == "include":  # "by A and nine *other bodies, including* B": B is none of A's
        whole = said.subject if frame.subject_first else target
        return _OTHERS.search(text, whole.end, scene.parsed.stretch(scene.clause.group)[0]) is not None
    if frame.verb == "award":
        return _CONTRACT.search(text, max(0, target.start - _BEHIND), target.start) is not None
    if frame.verb == "raise" and frame.predicate == CK + "collects":  # a duty that is raised may become higher
        return _SUM.search(text, *scene.parsed.stretch(scene.clause.extent)) is None
    acted_on = not frame.words and not scene.clause.passive
    return acted_on and _OPAQUE.search(text, max(0, done.start - _BEHIND), done.start) is not None
