"""Whether every quotation of a graph stands in its report where the graph says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from customs_kg.graph.files import TEXT_FOLDER, read_build
from customs_kg.graph.index import GraphIndex
from customs_kg.ontology.iris import CK, OA, RDFS

if TYPE_CHECKING:
    from pyoxigraph import Store, Triple

_DIGEST_LENGTH = 12


@dataclass(frozen=True, slots=True, order=True)
class EvidenceFinding:
    """Something wrong with a quotation or a stored text: the node, and what is wrong in one sentence."""

    subject: str
    message: str


def text_file(sha256: str) -> str:
    """The place of a stored text in a build folder: the bytes as read, named by the start of their digest."""
    return f"{TEXT_FOLDER}/{sha256[:_DIGEST_LENGTH]}.txt"


def check_evidence(source: Iterable[Triple] | Store, directory: Path) -> list[EvidenceFinding]:
    """Compare all quotations with the texts that the build kept in this folder; empty when all is well."""
    return compare_texts(GraphIndex(source), read_build(directory))


def compare_texts(index: GraphIndex, files: Mapping[str, bytes]) -> list[EvidenceFinding]:
    """Compare all quotations with the texts among the files of a build (by name in its folder)."""
    stored = {hashlib.sha256(data).hexdigest(): data for name, data in files.items() if name.startswith(TEXT_FOLDER)}
    texts: dict[str, str] = {}
    findings: list[EvidenceFinding] = []
    for node in index.instances(CK + "ReportText"):
        sha256 = index.value(node, CK + "sha256").lower()
        if sha256 in stored:
            texts[node] = stored[sha256].decode("utf-8-sig")
        else:
            name = index.value(node, RDFS + "label")
            findings.append(EvidenceFinding(node, f"The build does not hold the text of {name} (SHA-256 {sha256})."))
    return sorted([*findings, *_compare(index, texts)])


def check_quotations(source: Iterable[Triple] | Store, text: str, sha256: str) -> list[EvidenceFinding]:
    """Compare the quotations from the text with this digest with the text itself; empty when all is well."""
    index = GraphIndex(source)
    nodes = [n for n in index.instances(CK + "ReportText") if index.value(n, CK + "sha256").lower() == sha256]
    if not nodes:
        return [EvidenceFinding("", f"The graph holds no text with SHA-256 {sha256}.")]
    return sorted(_compare(index, dict.fromkeys(nodes, text)))


def _compare(index: GraphIndex, texts: Mapping[str, str]) -> Iterable[EvidenceFinding]:
    for span in index.instances(CK + "EvidenceSpan"):
        text = texts.get(index.value(span, CK + "spanOf"))
        fault = _fault(index, span, text) if text is not None else ""
        if fault:
            yield EvidenceFinding(span, fault)


def _fault(index: GraphIndex, span: str, text: str) -> str:
    """What is wrong with this span, or an empty string."""
    try:
        found = index.quotation(span)
    except ValueError:
        return "Its start or end is not a number."
    start, end, exact = found.start, found.end, found.exact
    if not 0 <= start < end <= len(text):
        return f"Characters {start}-{end} lie outside the text ({len(text)} characters)."
    if text[start:end] != exact:
        return f"It quotes {_short(exact)}, but the text has {_short(text[start:end])} at {start}-{end}."
    for name, stands in (("prefix", text[:start].endswith), ("suffix", text[end:].startswith)):
        for selector in index.values(span, OA + "hasSelector"):
            if not stands(index.value(selector, OA + name)):
                return f"Its {name} does not stand beside characters {start}-{end} of the text."
    return ""


def _short(words: str) -> str:
    return repr(words if len(words) <= 60 else f"{words[:57]}...")
