"""Tags set right from the words beside them: what the tagger, which looks at two words on each side, gets wrong."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import BE_OR_HAVE, SAME_PARTICIPLE
from customs_kg.builders.english.words import can_be_noun, is_base_verb, penn_tags

# tags that stay as they are, whatever stands beside the word
_SETTLED = frozenset({"NNP", "CD", "DT", "POS", "MD", "CC", "IN", "PRP", "PRP$", ",", ".", ";", ":", "(", ")", '"'})


def corrected(tokens: list[Token]) -> list[Token]:
    """Tags set right from the words beside them, one pass from left to right."""
    fixed: list[Token] = []
    before: Token | None = None  # the nearest to the left that is no adverb
    for i, token in enumerate(tokens):
        if token.tag in _SETTLED and token.lower != "mean":
            fixed.append(token)
            before = token
            continue
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        tag = _tag_in_place(tokens, i) or _verb_tag(token, before, fixed[-1] if fixed else None, after) or token.tag
        fixed.append(token if tag == token.tag else token._replace(tag=tag))
        before = before if tag == "RB" else fixed[-1]
    return fixed


_BETWEEN = 3  # words between a participle and the "by" of its agent at most


def _participle_tag(tokens: Sequence[Token], at: int) -> str:
    """What looks like a noun has an agent: "an operation *run* since 2013 by the A"."""
    following = tokens[at + 1 : at + 2 + _BETWEEN]
    by = next((k for k, t in enumerate(following) if t.lower == "by"), 0)
    behind_noun = tokens[at - 1].tag in ("NN", "NNS")
    return "VBN" if by and behind_noun and all(t.tag in ("IN", "CD", "NNP", "RB", "JJ") for t in following[:by]) else ""


_OF_PLACE = frozenset("off outside inside aboard opposite".split())


def _preposition_tag(tokens: Sequence[Token], at: int) -> str:
    """What could be a particle or adjective governs a name or a noun with an article: "the fleet *off* Cape A"."""
    return "IN" if tokens[at - 1].is_noun and tokens[at + 1].tag in ("DT", "NNP", "PRP$") else ""


def _tag_in_place(tokens: Sequence[Token], at: int) -> str:
    """What the words around leave a word that opens a sentence, or seems a present or a plural; else nothing."""
    token = tokens[at]
    if (not at or token.lower == "key") and (tag := _attribute_tag(tokens, at)):
        return tag
    if not at or at + 1 == len(tokens):
        return ""
    if token.lower in _OF_PLACE and (tag := _preposition_tag(tokens, at)):
        return tag
    if token.lower in SAME_PARTICIPLE and token.tag in ("NN", "VB", "VBP") and (tag := _participle_tag(tokens, at)):
        return tag
    if token.tag in ("VB", "VBP") and (tag := _head_tag(tokens, at)):
        return tag
    looks_so = token.tag in ("VBZ", "NNS") or token.lower in _SEEMING
    return _tag_by_neighbours(tokens, at) if looks_so else ""


def _attribute_tag(tokens: Sequence[Token], at: int) -> str:
    """What stands before a noun as an attribute though it could be a verb: "Sown and harvested fields", "key quays"."""
    token = tokens[at]
    following = tokens[at + 1 : at + 4]
    tags = [t.tag for t in following]
    if token.lower == "key" and token.tag in ("VB", "VBP") and following and (following[0].is_noun or tags[0] == "JJ"):
        return "JJ"
    if token.lower in _RUNNING and following and following[0].lower in _RUN and tags[1:2] != ["DT"]:
        return "NN"  # "*Waiting times* must not exceed A"
    paired = len(following) == 3 and tags[0] == "CC" and tags[1] in ("VBN", "VBD", "JJ") and following[2].is_noun
    return "JJ" if at == 0 and token.tag in ("VBN", "VBD") and paired else ""


_RUNNING = frozenset("waiting operating opening working training processing handling running screening".split())
_RUN = frozenset("time times hour hours cost costs expenses fee fees period periods course courses rate rates".split())


def _tag_by_neighbours(tokens: Sequence[Token], at: int) -> str:
    """As in "two *rounds* were held", "A and B *mean* to open"."""
    token = tokens[at]
    if token.lower == "forms" and tokens[at + 1].lower == "part":
        return "VBZ"  # "the Service (AB) *forms* part of"
    if token.tag == "VBZ" and _is_several(tokens[at - 1]) and can_be_noun(token.lower):
        return "NNS"
    if token.lower in _ANSWERING and _is_plural(tokens[at - 1]) and tokens[at + 1].tag == "TO":
        return "VBP"
    if _acts_on_plural(tokens, at) or _acts_alone(tokens, at):
        return "VBZ"
    if token.tag == "VBZ" and at > 1 and _acts_on_plural(tokens, at - 1):
        return "NNS"
    return "VBP" if token.lower == "mean" and tokens[at + 1].tag == "TO" and tokens[at - 1].is_noun else ""


_ANSWERING = frozenset({"answer", "report"})  # "the two *units report to* A"
_SEEMING = _ANSWERING | {"forms", "mean"}


def _is_plural(token: Token) -> bool:
    """A plural or number, or a noun phrase that counts as one word and ends with one: "*the two units* report"."""
    last = token.text.rsplit(" ", 1)[-1]
    return last != "customs" and (
        token.tag in ("NNS", "CD") or (token.tag == "NNP" and last.islower() and last.endswith("s"))
    )


_ONE = frozenset("each it he she latter".split())
_OTHERS = frozenset("it them him us".split())


def _acts_alone(tokens: Sequence[Token], at: int) -> bool:
    """What seems a plural is a verb behind "each" and before an object pronoun: "Each *ranks* high", "A *lists* it"."""
    token, before, after = tokens[at], tokens[at - 1], tokens[at + 1]
    if "VBZ" not in penn_tags(token.lower):
        return False
    goes_on = at + 2 < len(tokens) and (tokens[at + 2].tag in ("MD", "RB") or tokens[at + 2].is_verb)
    return before.lower in _ONE or (after.lower in _OTHERS and before.tag in ("NN", "NNP") and not goes_on)


def _acts_on_plural(tokens: Sequence[Token], at: int) -> bool:
    """What seems a plural with a singular verb is a verb with a plural: "CargoLink *exchanges messages* with B"."""
    token, before, after = tokens[at], tokens[at - 1], tokens[at + 1]
    seeming = token.tag == "NNS" and after.tag == "VBZ" and before.tag == "NNP"
    return seeming and "VBZ" in penn_tags(token.lower) and "NNS" in penn_tags(after.lower)


_REACH = 20  # words within which the verb of a subject is looked for


def _head_tag(tokens: Sequence[Token], at: int) -> str:
    """The noun that a seeming present is before the verb of its clause: "the Lowfield *centre* in A held 40"."""
    token = tokens[at]
    if not tokens[at - 1].is_noun or tokens[at + 1].tag not in ("IN", "CD", "(") or not can_be_noun(token.lower):
        return ""
    for later in tokens[at + 1 : at + _REACH]:
        if later.tag in (",", ";", ":", "WDT", "WP", "CC") or later.lower == "that":
            return ""
        if later.tag in ("MD", "VBD", "VBZ") or later.lower in BE_OR_HAVE:
            return "NN"
    return ""


def _tag_behind(token: Token, previous: Token, after: Token | None) -> str:
    """The noun or attribute that a seeming verb is behind a preposition, another verb or a determiner."""
    plural = "NNS" if token.lower.endswith("s") else "NN"
    noun = can_be_noun(token.lower)
    if previous.lower in _NOUN_FOLLOWS and token.tag == "VBZ" and noun:
        return plural  # "from sheds"
    before_noun = after is not None and after.is_noun
    after_verb = previous.is_verb and previous.lower not in _AUXILIARIES
    if after_verb and before_noun and noun and token.tag in ("VB", "VBP", "VBZ"):
        return plural  # "plans port layout"
    return "VBN" if token.tag == "VBD" and previous.tag in _BEFORE_NOUN and before_noun else ""


_AUXILIARIES = {
    "be": "VB", "am": "VBP", "is": "VBZ", "are": "VBP", "was": "VBD", "were": "VBD", "been": "VBN", "being": "VBG",
    "have": "VBP", "has": "VBZ", "had": "VBD", "having": "VBG",
    "do": "VBP", "does": "VBZ", "did": "VBD", "doing": "VBG", "done": "VBN",
}  # fmt: skip
_NOUN_FOLLOWS = frozenset("of from in on by with for at under into between through during per among against".split())
_BEFORE_NOUN = frozenset({"DT", "PRP$", "POS", "JJ", "JJR", "JJS", "IN", "CD", "WP$"})
_ATTRIBUTES = _BEFORE_NOUN - {"IN", "CD"}


def _verb_tag(token: Token, before: Token | None, previous: Token | None, after: Token | None) -> str:
    """The tag that the words beside a word leave it, or nothing where they say no more than the tagger."""
    lower = token.lower
    if token.tag in _SETTLED or not token.text[0].isalpha():
        return ""
    if lower in _AUXILIARIES:
        return _AUXILIARIES[lower]
    if before is not None and before.tag in ("MD", "TO") and is_base_verb(lower):
        return _tag_after_to(token, previous, after) if before.tag == "TO" else "VB"
    if previous is not None and previous.tag in ("DT", "PRP$", "POS") and lower.endswith("ing") and after is not None:
        return "VBG" if after.is_noun or after.tag.startswith("JJ") else "NN"
    if previous is not None and previous.tag in _ATTRIBUTES and can_be_noun(lower):
        if token.tag in ("VB", "VBP", "VBZ"):
            return "NNS" if lower.endswith("s") else "NN"
        return ""
    if token.is_verb and previous is not None and (tag := _tag_behind(token, previous, after)):
        return tag
    if token.tag in ("NN", "NNS", "JJ", "RB") and after is not None and _opens_object(after):
        return _tag_before_object(token, previous, before, after)
    return ""


def _is_several(token: Token) -> bool:
    """A number that is neither one nor a year."""
    return token.tag == "CD" and token.lower not in ("one", "1") and not (len(token.text) == 4 and token.text.isdigit())


def _opens_object(after: Token) -> bool:
    """A word that begins a noun phrase of its own, so that no noun goes right before it in the same phrase."""
    article = after.tag == "DT" and after.lower not in ("both", "all", "that", "this", "no")
    return article or after.tag == "PRP$" or (after.tag == "NNP" and after.lower.startswith("the "))


def _tag_after_to(token: Token, previous: Token | None, after: Token | None) -> str:
    """An infinitive, unless "to" is a preposition: "to search vessels", but "access to market data"."""
    if token.tag.startswith("VB") or not can_be_noun(token.lower) or after is None or not after.is_noun:
        return "VB"
    sure = previous is not None and previous.tag in ("TO", "RB") and after.tag != "NNP"
    return "VB" if sure and _likely_verb(token.lower) else ""


def _tag_before_object(token: Token, previous: Token | None, before: Token | None, after: Token) -> str:
    """The verb that a word must be which seems a noun and has a noun phrase right behind it: "checks every cart"."""
    tags = penn_tags(token.lower)
    if previous is None:
        return "VB" if "VB" in tags else ""
    if before is None or before.tag in _BEFORE_NOUN:
        return ""
    if "VBZ" in tags:
        return "VBZ"
    if token.tag == "RB":
        return ""
    if token.tag == "JJ" and "VBD" in tags and before.is_noun:
        return "VBD"  # "experts from A *advised* the board"
    plural = before.tag in ("NNS", "NNP", "PRP", "CC", ",", "WDT", "WP", "TO") or before.lower == "that"
    return "VBP" if "VBP" in tags and (plural or previous.tag == "RB") else ""


def _likely_verb(lower: str) -> bool:
    return not can_be_noun(lower) or lower.endswith(("ize", "ise", "ify", "ate", "en"))
