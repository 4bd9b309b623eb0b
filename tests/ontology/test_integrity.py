"""An edit that breaks the vocabulary is told in one message, with file and line, before any report is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from customs_kg.commands.build import run_build
from customs_kg.ontology.errors import OntologyError
from customs_kg.ontology.files import ontology_files
from customs_kg.ontology.integrity import check_vocabulary, check_words
from customs_kg.ontology.iris import PREFIXES
from customs_kg.ontology.statements import Statements
from customs_kg.ontology.vocabulary import load_terms

HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
LINE = HEAD.count("\n") + 1
WORDS = {name: text for name, text in ontology_files().items() if name == "registry.ttl" or name.startswith("lexicon-")}
INDICATOR = 'a ck:Indicator ; skos:prefLabel "{0}"@en ; ckl:unitForm "{1}"'


def test_the_vocabulary_is_sound() -> None:
    check_vocabulary()


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        ('ck:Harbor ckl:headNoun "quay"@en .', "Harbor has words .*headNoun.* but is no class"),
        ('ckt:action-dance ckl:verb "dance"@en .', "action-dance has words .*verb.* but is no code"),
        ('ck:oversees ckl:frame "X oversee Y"@en .', "oversees has words .*frame.* but is no property"),
        ('ck:stations ckl:phrase "Office of Body"@en .', 'stations has the malformed phrase "Office of Body"'),
        ('ck:stations ckl:phrase "X:PublicBody at Y:Club"@en .', "stations has a phrase .* unknown class <.*#Club>"),
        ('ck:stations ckl:phrase "X:Place of Y:Post"@en .', "stations cannot join the classes of .*X:Place of Y"),
        ('id:body-int-x a ck:Club ; skos:prefLabel "Chess Club"@en .', "body-int-x has the unknown class <.*#Club>"),
        (
            'id:body-int-x a ck:InternationalOrganization ; skos:prefLabel "World customs organization"@en .',
            'body-int-x has the label "World customs organization" of <.*body-int-wco>',
        ),
        (
            f"id:indicator-int-x {INDICATOR.format('one thing', 'count')} .\n"
            f'id:indicator-int-y {INDICATOR.format("another", "count")} ; skos:hiddenLabel "One thing"@en .',
            'indicator-int-y has the label "One thing" of <.*indicator-int-x>',
        ),
        (
            f"id:indicator-int-x {INDICATOR.format('one thing', 'count')} ; ck:summandOf id:indicator-int-y .\n"
            f"id:indicator-int-y {INDICATOR.format('another', 'count')} ; ck:summandOf id:indicator-int-x .",
            "indicator-int-x is a summand of itself",
        ),
    ],
)
def test_an_edit_that_breaks_a_rule_is_named_with_its_line(edit: str, message: str) -> None:
    place = LINE + (1 if "indicator-int-y has" in message else 0)
    with pytest.raises(OntologyError, match=rf"ontology/taught.ttl, line {place}: {message}"):
        check_words(Statements.read({**WORDS, "taught.ttl": HEAD + edit}), load_terms())


def test_indicators_of_different_forms_may_share_a_name() -> None:
    forms = ("money", "count")
    edit = "\n".join(f"id:indicator-int-{form} {INDICATOR.format('zebus', form)} ." for form in forms)
    check_words(Statements.read({**WORDS, "taught.ttl": HEAD + edit}), load_terms())


def test_a_build_stops_before_a_report_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken() -> None:
        raise OntologyError("ontology/registry.ttl, line 7: x has two classes.")

    monkeypatch.setattr("customs_kg.commands.build.check_vocabulary", broken)
    with pytest.raises(OntologyError, match="line 7"):
        run_build([tmp_path / "no such report.txt"], tmp_path / "kg")
    assert not (tmp_path / "kg").exists()
