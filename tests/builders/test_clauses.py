"""Verb groups, their forms and subjects, in sentences of our own."""

from __future__ import annotations

import pytest

from customs_kg.builders.english.clauses import Clause, Role, read_clauses
from customs_kg.builders.english.stance import clause_modality
from customs_kg.builders.english.tokens import read_tokens
from customs_kg.builders.english.verb_forms import Form
from customs_kg.graph.model import Modality


def clauses_of(sentence: str, lead: str = "") -> list[Clause]:
    return read_clauses(read_tokens(sentence), read_tokens(lead))


def words(sentence: str, run: tuple[int, int] | None) -> str:
    tokens = read_tokens(sentence)
    return "" if run is None else sentence[tokens[run[0]].start : tokens[run[1] - 1].end]


def by_verb(sentence: str, lead: str = "") -> dict[str, Clause]:
    return {clause.lemma: clause for clause in clauses_of(sentence, lead)}


@pytest.mark.parametrize(
    ("sentence", "verb", "form", "passive"),
    [
        ("The agency opened a new laboratory.", "open", Form.PAST, False),
        ("The agency has opened a new laboratory.", "open", Form.PERFECT, False),
        ("A new laboratory was opened by the agency.", "open", Form.PAST, True),
        ("The agency will open a new laboratory.", "open", Form.FUTURE, False),
        ("A new laboratory will be opened in spring.", "open", Form.FUTURE, True),
        ("A treaty is to be signed with the neighbours.", "sign", Form.FUTURE, True),
        ("The agency supervises three associations.", "supervise", Form.PRESENT, False),
        ("Officers must search every lorry.", "search", Form.OBLIGATION, False),
        ("The agency may open a new laboratory.", "open", Form.POSSIBLE, False),
        ("Ties exist with forty states.", "exist", Form.PRESENT, False),
        ("Duty receipts fell by a tenth.", "fall", Form.PAST, False),
        ("The force, founded in 1970, serves two ministries.", "serve", Form.PRESENT, False),
        ("The teams, formed in 2005, bring together 40 officers.", "bring", Form.PRESENT, False),
        ("The two services, which were founded in 1998, operate a portal.", "operate", Form.PRESENT, False),
        ("The crews, each with a boat, bring aid.", "bring", Form.PRESENT, False),
        ("A plan with the islands, drawn up in haste, will be revised.", "revise", Form.FUTURE, True),
    ],
)
def test_form_and_voice(sentence: str, verb: str, form: Form, passive: bool) -> None:
    clause = by_verb(sentence)[verb]
    assert (clause.form, clause.passive) == (form, passive)


def test_coordinated_plans_share_subject_and_future() -> None:
    sentence = "The agency will build a scanner hall, improve its laboratories and train two hundred officers."
    clauses = by_verb(sentence)
    assert [clauses[v].form for v in ("build", "improve", "train")] == [Form.FUTURE] * 3
    assert {words(sentence, clauses[v].subject) for v in ("build", "improve", "train")} == {"The agency"}
    assert words(sentence, clauses["improve"].extent) == "improve its laboratories"


def test_a_verb_of_effort_lends_its_form_to_what_it_governs() -> None:
    clauses = by_verb("The agency will make great efforts to shorten its queues.")
    assert clauses["shorten"].role is Role.COMPLEMENT
    assert clauses["shorten"].form is Form.FUTURE


def test_intention_in_the_present_is_a_plan() -> None:
    assert by_verb("The board intends to buy two ships.")["buy"].form is Form.FUTURE


def test_list_item_goes_on_with_its_lead() -> None:
    assert by_verb("open a second office in the harbour;", "The board intends to")["open"].form is Form.FUTURE


def test_purpose_and_means_are_no_plans_of_their_own() -> None:
    clauses = by_verb("The agency will hire sailors to guard the coast by patrolling the bays.")
    assert clauses["guard"].role is Role.PURPOSE
    assert clauses["patrol"].role is Role.MEANS


def test_relative_clause_takes_its_antecedent() -> None:
    sentence = "It is an agency that reports to the ministry."
    assert words(sentence, by_verb(sentence)["report"].subject) == "an agency"


def test_words_in_brackets_are_read_apart() -> None:
    sentence = "The model (Note: the model joins two checks) was adopted."
    clauses = by_verb(sentence)
    assert words(sentence, clauses["adopt"].subject).startswith("The model")
    assert words(sentence, clauses["join"].extent) == "the model joins two checks"


@pytest.mark.parametrize(
    ("sentence", "verb", "modality"),
    [
        ("The agency opened a laboratory.", "open", Modality.ACTUAL),
        ("The agency runs a laboratory.", "run", Modality.STANDING),
        ("The agency will open a laboratory.", "open", Modality.PLANNED),
        ("The agency did not open a laboratory.", "open", None),
        ("The agency has never opened a laboratory.", "open", None),
        ("The agency may open a laboratory.", "open", None),
        ("The laboratory was expected to open in May.", "open", None),
        ("The laboratory is expected to open in May.", "open", None),
        ("The laboratory was meant to open in May.", "open", None),
    ],
)
def test_only_what_is_stated_has_a_modality(sentence: str, verb: str, modality: Modality | None) -> None:
    clauses = clauses_of(sentence)
    n = next(i for i, clause in enumerate(clauses) if clause.lemma == verb)
    assert clause_modality(clauses, n) is modality


def test_attributes_are_no_verbs() -> None:
    sentence = "The agency seized frozen goods and the skins of endangered species."
    assert [clause.lemma for clause in clauses_of(sentence)] == ["seize"]


def test_a_long_sentence_is_read_in_one_go() -> None:
    sentence = "The agency will " + ", ".join(f"open the office in town number{n}" for n in range(300)) + "."
    assert sum(clause.form is Form.FUTURE for clause in clauses_of(sentence)) == 300


def test_the_subject_stands_before_two_phrases_with_one_preposition() -> None:
    sentence = "Officers of the navy and of the coast guard jointly searched 40 vessels."
    assert words(sentence, by_verb(sentence)["search"].subject).startswith("Officers of the navy and of")


def test_a_part_of_a_sentence_behind_a_semicolon_is_a_main_clause() -> None:
    clause = by_verb("The old director continued as adviser; a new one was appointed in May.")["appoint"]
    assert clause.role is Role.MAIN


@pytest.mark.parametrize(
    ("sentence", "verb", "form"),
    [
        ("The unit, opened in May and staffed with experts, had trained 40 people.", "staff", Form.PARTICIPLE),
        ("The unit, opened in May and staffed with experts, had trained 40 people.", "train", Form.PERFECT),
        ("The school, charged with training, set up a branch in the north.", "set", Form.PAST),
        ("Tax brought in six million, levied on cars, in May.", "levy", Form.PARTICIPLE),
        (
            "Entries processed in the new system, the pride of the service, numbered 412,650.",
            "process",
            Form.PARTICIPLE,
        ),
        ("Membership in the scheme, a club run for years with the police, increased by 7%.", "increase", Form.PAST),
        ("Within it the drive, targeting waste, ended with 40 arrests.", "end", Form.PAST),
        ("The team looked for drugs, found 40 kilograms and made an arrest.", "look", Form.PAST),
        ("The agency plans to hire staff; to open a school; and to buy boats.", "buy", Form.FUTURE),
        ("Exports fell in March, recovered in May and rose in June.", "recover", Form.PAST),
    ],
)
def test_forms_behind_commas(sentence: str, verb: str, form: Form) -> None:
    assert by_verb(sentence)[verb].form is form


@pytest.mark.parametrize("opening", ["In that same month", "Last year", "In the previous quarter"])
def test_a_time_is_no_part_of_the_subject(opening: str) -> None:
    assert (
        words(f"{opening} Peru joined the pact.", by_verb(f"{opening} Peru joined the pact.")["join"].subject) == "Peru"
    )


@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        ("They held crates, and more than 90 of the boxes came by post.", "come", "90 of the boxes"),
        ("In May more than 200 officers attended the course.", "attend", "200 officers"),
        ("Aid of 5 million over three years was granted.", "grant", "Aid of 5 million over three years"),
    ],
)
def test_what_stands_before_an_amount_governs_no_subject(sentence: str, verb: str, subject: str) -> None:
    assert words(sentence, by_verb(sentence)[verb].subject) == subject


@pytest.mark.parametrize(
    ("sentence", "verb", "form"),
    [
        ("Trade with the islands increased to 40 million.", "increase", Form.PAST),
        ("Talks with Peru opened in May.", "open", Form.PAST),
        ("The year closed with 25 papers signed in all.", "sign", Form.PARTICIPLE),
        ("A pact with Peru signed in May was ratified.", "sign", Form.PARTICIPLE),
        ("Joint patrols with the coast guard led to 40 arrests.", "lead", Form.PAST),
    ],
)
def test_with_belongs_to_a_subject_or_opens_a_clause(sentence: str, verb: str, form: Form) -> None:
    assert by_verb(sentence)[verb].form is form


def test_what_explains_a_subject_may_itself_be_explained() -> None:
    sentence = "The scheme, an idea led by the north, to which all agreed, ended."
    assert words(sentence, by_verb(sentence)["end"].subject) == "The scheme"
