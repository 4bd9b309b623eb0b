"""Who signs a message to the reader, and in which post: by the heading ("Foreword by the P") or by "As P, I ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from customs_kg.builders.document import Document, Passage
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Span
from customs_kg.ontology.iris import CK, FOAF
from customs_kg.ontology.vocabulary import load_terms

_LINE = 60  # characters of a signature
_TITLES = r"(?:(?:The|Rt\.?|Right|Honourable|Hon\.?|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Prof\.?|Sir|Dame|Eng\.?)\s)*"
# letters behind a name: "P.C., K.C., M.P.", "MP", "CBE"
_LETTERS = r"(?:,?\s(?:[A-Z]\.){1,4}|,?\s[A-Z]{2,5}\b)*"
_SPEAKS = re.compile(
    r"(?:\b[Aa]s|\b(?:post|office|position|role) of|\b[Mm]y \w+(?: \w+)? as|"
    r"\bI (?:was|became|am|have been)(?: appointed)?) (?:the |your |its )?$"
)

_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|me)\b")


def signed_posts(
    document: Document, passage: Passage, things: Things
) -> Iterator[tuple[Mention, str, tuple[Span, ...]]]:
    """The person whose name is a passage, the IRI of the post in which the person signs, and the words of both."""
    signer = _signer(passage, things)
    if signer is None:
        return
    own = passage.segment.text.span(signer.start, signer.end)
    section = document.section(passage.segment.section)
    named = _of_heading(section.title, things)
    spoken = list(_spoken(document, passage, things))
    if spoken and not any(things.entities[post].label.lower() in section.title.lower() for post in named):
        post, span = spoken[0]
        yield signer, post, (span, own)
        return
    for post in named:
        yield signer, post, (section.heading, own)


def writer_of(document: Document, passage: Passage, things: Things) -> str | None:
    """The IRI of the person who signs the section of a passage, if one does."""
    section = passage.segment.section
    later = (p for p in document.passages[passage.index + 1 :] if p.segment.section == section)
    return next((person for p in later if (person := _signs(p, things))), None)


def _signs(passage: Passage, things: Things) -> str | None:
    """The person whose name, with a post behind it or alone, is a short passage."""
    signer = _signer(passage, things)
    if signer is not None:
        return signer.thing
    named = things.named_in(passage.index)
    both = (
        len(named) == 2 and things.entities[named[0].thing].cls == FOAF + "Person" and _is_post(named[1].thing, things)
    )
    if not both or len(passage.text) > 2 * _LINE or not re.fullmatch(_TITLES, passage.text[: named[0].start].lstrip()):
        return None
    between = passage.text[named[0].end : named[1].start]
    return named[0].thing if re.fullmatch(rf"{_LETTERS}[\s.,]*", between) else None


def _signer(passage: Passage, things: Things) -> Mention | None:
    """The one person that a short passage consists of, titles and letters aside."""
    named = things.named_in(passage.index)
    persons = [m for m in named if things.entities[m.thing].cls == FOAF + "Person"]
    if len(persons) != 1 or len(passage.text) > _LINE:
        return None
    before, behind = passage.text[: persons[0].start], passage.text[persons[0].end :]
    alone = re.fullmatch(_TITLES, before.lstrip()) and re.fullmatch(rf"{_LETTERS}[\s.,]*", behind)
    return persons[0] if alone else None


def _spoken(document: Document, passage: Passage, things: Things) -> Iterator[tuple[str, Span]]:
    """The posts that the section's prose says its writer holds, the first of them first."""
    for earlier in document.passages[: passage.index]:
        if earlier.segment.section != passage.segment.section or not _FIRST_PERSON.search(earlier.text):
            continue
        for mention in outermost(things.in_passage(earlier.index)):
            if _is_post(mention.thing, things) and _SPEAKS.search(earlier.text[: mention.start]):
                yield mention.thing, earlier.segment.text.span(mention.start, mention.end)


def _of_heading(title: str, things: Things) -> Sequence[str]:
    """The one post that a heading names, by its whole label or by the word that opens it ("Commissioner's Message")."""
    posts = {iri: e.label for iri, e in things.entities.items() if load_terms().is_a(e.cls, CK + "Post")}
    whole = [iri for iri, label in posts.items() if re.search(rf"\b{re.escape(label)}\b", title, re.I)]
    if whole:
        return [max(whole, key=lambda iri: len(posts[iri]))]
    opened = [
        iri for iri, label in posts.items() if re.search(rf"\b{re.escape(label.split()[0])}(?:'s|\b(?! [a-z]))", title)
    ]
    return opened if len(opened) == 1 else []


def _is_post(thing: str, things: Things) -> bool:
    return load_terms().is_a(things.entities[thing].cls, CK + "Post")
