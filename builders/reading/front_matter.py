"""The front matter of a report: the title lines before its prose, which say whose report it is and of what time."""

from __future__ import annotations

import re

_REACH = 1500  # characters within which it ends
_MOST = 14  # lines
_RULE = re.compile(r"^[\W_]*$")
_MARKS = re.compile(r"^[\s*_=~>|#•·-]+|[\s*_=~<|#•·:-]+$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SENTENCE = re.compile(r"[a-z]{3}[.!?] +[A-Z]|[a-z]{3}\.$")
_SALUTATION = re.compile(r"^(?:dear|to|sir|madam|sirs|excellency)\b", re.I)
_OF_YEAR = re.compile(  # "Annual Report and Accounts for the year ended 30 June 2022 (abridged)"
    r"(?:[\w&-]+ ){0,6}(?:report|review|accounts|statement|results)\b[^.;]{0,30}"
    r" (?:year|period|months) (?:ended|ending|to)\b[^.;]{0,20} (?:19|20)\d\d\b[^.;]{0,30}$",
    re.IGNORECASE,
)


def front_matter(text: str) -> tuple[str, ...]:
    r"""The lines before the first line of prose, marks and white space taken off; none where prose comes first.

    >>> front_matter("KELP COAST\nCustoms Service\nReport for 2019\n\nThe year was calm and few boats came in.")
    ('KELP COAST', 'Customs Service', 'Report for 2019')
    """
    lines: list[str] = []
    above = ""  # the raw line above, empty where a blank one stands between
    for raw in text[:_REACH].split("\n"):
        plain = " ".join(_MARKS.sub("", raw.strip("\ufeff \t\r")).split())
        if _RULE.match(raw):
            above = ""
            continue
        if len(lines) == _MOST or not (_is_title_line(plain) or (above and _is_subtitle(plain))):
            break
        lines.append(plain)
        above = raw
    return tuple(lines)


def _is_subtitle(line: str) -> bool:
    """What may go on right below a title: "work done in 2008; programme for 2009"."""
    return len(line.split()) <= 16 and _YEAR.search(line) is not None and not _SENTENCE.search(line)


def _is_title_line(line: str) -> bool:
    """Short, without the end of a sentence inside, and mostly in capitals or with a date."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’.-]*", line) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in words)
    if len(line) > 110 or _SENTENCE.search(line) or _SALUTATION.match(line):
        return False
    dated = (len(line.split()) <= 9 and _YEAR.search(line) is not None) or _OF_YEAR.match(line) is not None
    brief = len(line.split()) <= 6 and line[:1].isupper() and line[-1:] not in ".,;"
    return dated or brief or 3 * capitals >= 2 * len(words)
