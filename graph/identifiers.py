"""IRIs from content: the same thing gets the same IRI in every build (ontology pattern A7).

A thing is `id/{kind}-{territory}-{slug}[-{edition}]`; a statement is `id/{prefix}-{12 hex of SHA-256 of its key}`;
an evidence span is `evidence/{12 hex of the text's digest}/c{start}-{end}`. There are no counters and no blank nodes.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from customs_kg.graph.model import Period, Span
from customs_kg.ontology.iris import EVIDENCE, ID

_ARTICLES = frozenset({"the", "a", "an"})
_SLUG_LIMIT = 80


def slug(label: str) -> str:
    """The label in lower-case ASCII words joined by hyphens, articles dropped.

    A label with no ASCII letter or digit (Chinese, Arabic) gives `x` and 12 hex of its SHA-256.

    >>> slug("The General Administration of Customs")
    'general-administration-of-customs'
    """
    plain = unicodedata.normalize("NFKD", label.replace("’", "").replace("'", ""))
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower())
    kept = [w for w in words if w not in _ARTICLES] or words
    if not kept:
        return "x" + _digest(label)
    whole = "-".join(kept)
    return whole if len(whole) <= _SLUG_LIMIT else f"{whole[:_SLUG_LIMIT].rstrip('-')}-{_digest(whole)}"


def mint_thing(kind: str, territory: str, label: str, edition: str = "") -> str:
    """The IRI of a thing.

    >>> mint_thing("operation", "cn", "National Sword", "2016")
    'https://w3id.org/customs-kg/id/operation-cn-national-sword-2016'
    """
    return ID + "-".join(part for part in (kind, territory, slug(label), edition) if part)


def mint_statement(prefix: str, *key: str) -> str:
    """The IRI of a statement (`claim`, `obs`, `commitment` ...) from the parts of its canonical key."""
    return f"{ID}{prefix}-{_digest('|'.join(key))}"


def period_iri(period: Period) -> str:
    """The IRI of a period, from its key."""
    return f"{ID}period-{period.key}"


def evidence_iri(sha256: str, span: Span) -> str:
    """The IRI of a span of the text with this digest."""
    return f"{EVIDENCE}{sha256[:12]}/c{span.start}-{span.end}"


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8")).hexdigest()[:12]
