"""The command line as people and scripts use it: output, exit codes, one clear line for bad input."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from customs_kg.cli import cli
from customs_kg.graph.evidence import text_file
from customs_kg.graph.files import lock_build
from customs_kg.graph.triples import report_triples
from customs_kg.knowledge_graph import KnowledgeGraph
from customs_kg.summary import write_summary
from tests.graph.sample import SHA256, TEXT, sample_facts

HEAVY = ("rdflib", "pyvis", "networkx", "numpy", "textblob", "nltk", "owlready2", "pyshacl")
Run = Callable[..., Result]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build folder of the invented report. Tests only read it."""
    folder = tmp_path_factory.mktemp("sample") / "kg"
    facts = sample_facts()
    files = {
        "graph.html": b"<!doctype html><title>page</title>",
        "summary.json": write_summary([facts]),
        text_file(SHA256): TEXT.encode("utf-8"),
    }
    KnowledgeGraph(report_triples(facts), files).save(folder)
    return folder


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments: str | Path, stdin: str | None = None) -> Result:
        return CliRunner().invoke(cli, [str(argument) for argument in arguments], input=stdin)

    return invoke


def refused(result: Result, *words: str) -> None:
    """The command ended with 2 and one line on standard error that holds these words."""
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1, result.stderr
    assert "Traceback" not in result.stderr
    for word in words:
        assert word in lines[0]


def python(code: str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run Python code in a process of its own."""
    environment = {**os.environ, "COLUMNS": "120"}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


# --- what is loaded


def test_cli_help_loads_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom customs_kg.cli import cli\n"
        "try:\n    cli(['--help'])\nexcept SystemExit: pass\n"
        f"print('loaded:', [m for m in {(*HEAVY, 'pyoxigraph')!r} if m in sys.modules])"
    )
    done = python(code, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "loaded: []" in done.stdout


@pytest.mark.parametrize(
    "command", [["query", "ASK { ?s ?p ?o }"], ["ask", "1"], ["show", "lantern"], ["export", "nquads"]]
)
def test_cli_reading_commands_load_pyoxigraph_only(built: Path, command: list[str]) -> None:
    code = (
        "import sys\nfrom customs_kg.cli import cli\n"
        f"try:\n    cli({[*command, '--graph', str(built)]!r})\n"
        "except SystemExit as e: assert not e.code, e.code\n"
        f"print('loaded:', [m for m in {HEAVY!r} if m in sys.modules])"
    )
    done = python(code, cwd=built)
    assert done.returncode == 0, done.stderr
    assert "loaded: []" in done.stdout


def test_cli_runs_as_a_module(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "customs_kg", "--version"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("customs-kg, version ")


# --- ask, query, show


def test_cli_ask_without_a_question_lists_them(run: Run) -> None:
    result = run("ask")
    assert result.exit_code == 0
    assert "trade-value  (1)\n    What was the value of imports and exports" in result.stdout
    assert "-p months=6" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 120
    listed = json.loads(run("ask", "--json").stdout)
    assert (listed[0]["name"], listed[0]["number"]) == ("trade-value", 1)


def test_cli_ask_without_an_answer_says_what_to_try(run: Run, built: Path) -> None:
    result = run("ask", "trade-value", "-p", "indicator=unicorns", "--graph", built)
    assert result.exit_code == 0
    assert result.stdout.endswith(
        "no rows\nWhat it looks for, and how to look for other words: customs-kg ask trade-value --explain\n"
    )


def test_cli_ask_explains_a_question(run: Run) -> None:
    text = run("ask", "34", "--explain").stdout
    assert "\nParameters\n  -p months=...\n" in text
    assert "by default: 6" in text
    assert "\nColumns\n" in text


def test_cli_ask_answers_with_words_and_section(run: Run, built: Path) -> None:
    result = run("ask", "trade-value", "--graph", built)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("What was the value of imports and exports")
    assert "4230000000" in result.stdout
    assert "Trade value: BHD 4.23 billion" in result.stdout


def test_cli_ask_takes_parameters_and_writes_csv(run: Run, built: Path) -> None:
    result = run("ask", "34", "-p", "months=12", "--graph", built, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert {row["due"] for row in rows} == {"2021-h1", "2021"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["ask", "no-such-question"], ["no question 'no-such-question'"]),
        (["ask", "1", "-p", "period"], ["NAME=VALUE"]),
        (["ask", "1", "-p", "nope=1"], ["no parameter 'nope'", "indicator"]),
        (["ask", "34", "-p", "months=six"], ["'six' is no number"]),
        (["query", "SELECT ?x WHERE { ?x"], ["line 1, column"]),
        (["query", ""], ["empty"]),
        (["query", "missing.rq"], ["missing.rq"]),
        (["query", "ASK {}", "--format", "csv"], ["use table or json"]),
        (["show", "Lantarn 2020"], ["did you mean 'Lantern 2020'"]),
        (["show", "--class", "Opration"], ["'Opration'", "did you mean Operation"]),
        (["ask", "trade-volume"], ["did you mean trade-value"]),
        (["ask", "--format", "csv"], ["use table or json"]),
    ],
)
def test_cli_bad_request_is_one_line(run: Run, built: Path, arguments: list[str], words: list[str]) -> None:
    refused(run(*arguments, "--graph", built), *words)


def test_cli_query_from_text_file_and_standard_input(run: Run, built: Path, tmp_path: Path) -> None:
    sparql = "SELECT (COUNT(?f) AS ?n) WHERE { ?f a ck:Observation }"
    (tmp_path / "count.rq").write_text(sparql, encoding="utf-8")
    for argument, stdin in ((sparql, None), ("count.rq", None), ("-", sparql)):
        result = run("query", argument, "--graph", built, "--format", "json", stdin=stdin)
        assert json.loads(result.stdout)["results"]["bindings"][0]["n"]["value"] == "5"


def test_cli_query_file_that_is_no_text(run: Run, built: Path, tmp_path: Path) -> None:
    (tmp_path / "binary.rq").write_bytes(b"\xff\xfe\x00")
    refused(run("query", "binary.rq", "--graph", built), "binary.rq", "UTF-8")
    (tmp_path / "folder.rq").mkdir()
    refused(run("query", "folder.rq", "--graph", built), "folder.rq")


def test_cli_query_construct_gives_turtle(run: Run, built: Path) -> None:
    query = "CONSTRUCT { ?o ck:conducts ?s } WHERE { ?s ck:conductedBy ?o }"
    result = run("query", query, "--graph", built, "--format", "turtle")
    assert "ck:conducts id:operation-xr-lantern-2020" in result.stdout


def test_cli_show_prints_facts_with_their_words(run: Run, built: Path) -> None:
    result = run("show", "lantern", "--graph", built)
    assert result.exit_code == 0
    assert "conducted by: Ruritania Customs" in result.stdout
    assert "“Operation “Lantern” led to 120 seizures of cigarettes”  — I. FOREWORD" in result.stdout


def test_cli_output_goes_to_a_file(run: Run, built: Path, tmp_path: Path) -> None:
    result = run("ask", "1", "--graph", built, "--format", "csv", "-o", "answer.csv")
    assert (result.exit_code, result.stdout) == (0, "")
    with (tmp_path / "answer.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == 2


def test_cli_output_that_cannot_be_written(run: Run, built: Path, tmp_path: Path) -> None:
    refused(run("ask", "1", "--graph", built, "-o", tmp_path), str(tmp_path))
    refused(run("ask", "1", "--graph", built, "-o", tmp_path / "none" / "a.csv"), "a.csv")
    assert list(tmp_path.iterdir()) == []


def test_cli_reader_that_goes_away_is_no_fault(built: Path) -> None:
    query = "SELECT * WHERE { ?a ?b ?c }"
    command = [sys.executable, "-m", "customs_kg", "query", query, "--graph", str(built), "--format", "csv"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == "a,b,c\n"
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait() == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the full device of Linux")
def test_cli_full_disk_is_one_line(built: Path) -> None:
    command = [sys.executable, "-m", "customs_kg", "export", "turtle", "--graph", str(built)]
    with open("/dev/full", "w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("customs-kg: cannot write to standard output")
    assert len(done.stderr.splitlines()) == 1


def test_cli_json_is_short_for_the_format(run: Run, built: Path) -> None:
    for command in (["ask", "1"], ["query", "SELECT * { ?s a ck:Operation }"]):
        short = run(*command, "--json", "--graph", built)
        assert short.exit_code == 0
        assert short.stdout == run(*command, "--format", "json", "--graph", built).stdout
        assert json.loads(short.stdout)["results"]["bindings"]


def test_cli_show_as_json_holds_what_the_text_says(run: Run, built: Path) -> None:
    account = json.loads(run("show", "lantern", "--json", "--graph", built).stdout)
    assert account["thing"]["name"] == "Lantern 2020"
    assert "conducted by: Ruritania Customs" in {fact["text"] for fact in account["facts"]}


def test_cli_show_without_a_name_lists_things_by_class(run: Run, built: Path) -> None:
    text = run("show", "--graph", built).stdout
    assert "\nOperation (1)\n  Lantern 2020\n" in text
    assert run("show", "--class", "operation", "--graph", built).stdout == "Operation (1)\n  Lantern 2020\n"
    (thing,) = json.loads(run("show", "--class", "ck:Operation", "--json", "--graph", built).stdout)
    assert thing["name"] == "Lantern 2020"
    both = run("show", "Lantern", "--class", "Operation", "--graph", built)
    assert both.exit_code == 2


ENDLESS = "SELECT * WHERE { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(9)) + " }"


@pytest.mark.parametrize("query", [ENDLESS.replace("*", "(COUNT(*) AS ?n)"), f"{ENDLESS} ORDER BY ?a0"])
def test_cli_query_that_never_ends_is_stopped(built: Path, tmp_path: Path, query: str) -> None:
    call = ["query", query, "--graph", str(built), "--timeout", "0.2"]
    done = python("from customs_kg.cli import main; main()", *call, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("customs-kg: the query was stopped after 0.2 s")
    assert len(done.stderr.splitlines()) == 1
    done = python("from customs_kg.cli import main; main()", *call, "-o", "rows.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert list(tmp_path.iterdir()) == [], "no half of a file stays"


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_cli_query_of_more_rows_than_memory_holds_is_streamed(built: Path, form: str) -> None:
    command = [sys.executable, "-m", "customs_kg", "query", ENDLESS, "--graph", str(built), "--format", form]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert all(process.stdout.readline() for _ in range(5000))
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait() == 0


@pytest.mark.parametrize("seconds", ["0", "-1", "soon"])
def test_cli_timeout_is_a_time(run: Run, built: Path, seconds: str) -> None:
    assert run("query", "ASK {}", "--timeout", seconds, "--graph", built).exit_code == 2


@pytest.mark.parametrize(
    ("call", "asked"), [(["shwo"], "show"), (["export", "gefx"], "gexf"), (["build", "--encodng", "x"], "--encoding")]
)
def test_cli_a_slip_of_the_pen_is_asked_about(run: Run, call: list[str], asked: str) -> None:
    result = run(*call)
    assert result.exit_code == 2
    assert f"Did you mean '{asked}'" in result.stderr


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("ask trade-v", "trade-value"),
        ("export gr", "graphml"),
        ("bu", "build"),
        ("build --enc", "--encoding"),
        ("show --graph {kg} lant", "Lantern-2020"),
    ],
)
def test_cli_shell_completes(built: Path, tmp_path: Path, typed: str, completed: str) -> None:
    words = f"customs-kg {typed}".replace("{kg}", built.as_posix())
    environment = {
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
        "_CUSTOMS_KG_COMPLETE": "bash_complete",
    }
    command = [sys.executable, "-c", "from customs_kg.cli import main; main()"]
    done = subprocess.run(
        command, cwd=tmp_path, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines() == [f"plain,{completed}"]


def test_cli_what_is_completed_is_understood(run: Run, built: Path) -> None:
    assert run("show", "Lantern-2020", "--graph", built).stdout.startswith("Lantern 2020")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_cli_completion_prints_a_script(run: Run, shell: str, tmp_path: Path) -> None:
    script = run("completion", shell).stdout
    assert "_CUSTOMS_KG_COMPLETE=" in script
    program = shutil.which(shell)
    if program is not None:
        (tmp_path / "script").write_text(script, encoding="utf-8")
        assert subprocess.run([program, "-n", tmp_path / "script"], check=False).returncode == 0


# --- export, view


def test_cli_export_turtle_is_the_file_itself(run: Run, built: Path) -> None:
    result = run("export", "turtle", "--graph", built)
    assert result.stdout_bytes == (built / "graph.ttl").read_bytes()


def test_cli_export_nquads_names_the_report(run: Run, built: Path) -> None:
    lines = run("export", "nquads", "--graph", built).stdout.splitlines()
    assert len(lines) == len(report_triples(sample_facts()))
    assert all(line.endswith(" <https://w3id.org/customs-kg/id/report-xr-annual-report-2020> .") for line in lines)


def test_cli_view_prints_the_path_and_opens_it(run: Run, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    page = (built / "graph.html").resolve()
    assert run("view", "--graph", built).stdout.strip() == str(page)
    assert opened == [page.as_uri()]
    assert run("view", "--graph", built, "--no-browser").stdout.strip() == str(page)
    assert len(opened) == 1


@pytest.mark.parametrize(
    "command", [["ask", "1"], ["query", "ASK {}"], ["show", "x"], ["view"], ["export", "turtle"], ["check"]]
)
def test_cli_without_a_build_says_what_to_do(run: Run, command: list[str]) -> None:
    refused(run(*command, "--graph", "nowhere"), "nowhere", "customs-kg build")


def test_cli_edited_graph_names_the_line(run: Run, built: Path, tmp_path: Path) -> None:
    data = (built / "graph.ttl").read_bytes()
    (tmp_path / "kg").mkdir()
    (tmp_path / "kg" / "graph.ttl").write_bytes(data[: len(data) // 2] + b"\n<<<<")
    refused(run("query", "ASK {}"), "graph.ttl", "line")


@pytest.mark.parametrize("command", [["ask", "1"], ["query", "ASK {}"], ["export", "csv", "-o", "t"], ["check"]])
def test_cli_build_of_another_version_says_what_to_do(
    run: Run, built: Path, tmp_path: Path, command: list[str]
) -> None:
    summary = json.loads((built / "summary.json").read_bytes())
    (tmp_path / "kg").mkdir()
    (tmp_path / "kg" / "graph.ttl").write_bytes((built / "graph.ttl").read_bytes())
    (tmp_path / "kg" / "summary.json").write_text(json.dumps({**summary, "format": 99}), encoding="utf-8")
    refused(run(*command), "kg was built by", "format 99", "upgrade customs-kg")


# --- build


def test_cli_two_builds_into_one_folder_at_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8", newline="")
    with lock_build(tmp_path / "kg"):
        done = python("from customs_kg.cli import main; main()", "build", "report.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("customs-kg: another customs-kg build is writing to kg")
    assert len(done.stderr.splitlines()) == 1
    assert run("build", "report.txt").exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kg", "report.txt"]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("missing.txt", None, ["missing.txt"]),
        ("empty.txt", b"", ["empty.txt", "empty"]),
        ("blank.txt", b" \n\n ", ["blank.txt", "empty"]),
        ("binary.txt", bytes(range(256)) * 4, ["binary.txt"]),
        ("latin.txt", "Zollverwaltung für Außenhandel".encode("latin-1"), ["latin.txt", "UTF-8"]),
    ],
)
def test_cli_build_refuses_what_is_no_report(
    run: Run, tmp_path: Path, name: str, data: bytes | None, words: list[str]
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    refused(run("build", name), *words)
    assert not (tmp_path / "kg").exists()


def test_cli_build_refuses_a_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    refused(run("build", "reports"), "reports", "folder")


def test_cli_build_keeps_folders_that_are_not_its_own(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work", encoding="utf-8")
    refused(run("build", "-o", "mine"), "mine")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    refused(run("build", "-o", "file"), "file")
    assert (tmp_path / "mine" / "thesis.txt").read_text(encoding="utf-8") == "years of work"


def test_cli_build_reads_the_digest_and_says_what_it_found(run: Run, tmp_path: Path) -> None:
    result = run("build")
    assert result.exit_code == 0, result.stderr
    assert result.stderr == "", "progress is for a terminal only"
    summary = json.loads((tmp_path / "kg" / "summary.json").read_text(encoding="utf-8"))
    counts = summary["counts"]
    for word in ("things", "figures", "plans", "discrepancies"):
        assert str(counts[word]) in result.stdout
        assert counts[word] > 0
    assert summary["texts"][0]["name"] == "china-customs-2016-digest.txt"
    assert sum(summary["classes"].values()) == counts["things"]
    assert (tmp_path / "kg" / "graph.html").stat().st_size > 0
    assert result.stdout.endswith("Next: customs-kg view, customs-kg show, customs-kg ask\n")
    told = run("build", "-o", "as-json", "--json")
    assert json.loads(told.stdout) == summary
    quiet = run("build", "-o", "quiet", "-q")
    assert (quiet.exit_code, quiet.output) == (0, "")
    again = run("build", "-o", "again")
    assert again.exit_code == 0
    for path in sorted((tmp_path / "kg").rglob("*")):
        if path.is_file():
            assert (tmp_path / "again" / path.relative_to(tmp_path / "kg")).read_bytes() == path.read_bytes()


def test_cli_build_of_a_bad_report_leaves_the_former_build(run: Run, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8", newline="")
    (tmp_path / "bad.txt").write_bytes(b"\x7f\xfe\x00\x01")
    assert run("build", "report.txt").exit_code == 0
    before = (tmp_path / "kg" / "graph.ttl").read_bytes()
    refused(run("build", "report.txt", "bad.txt"), "bad.txt")
    assert (tmp_path / "kg" / "graph.ttl").read_bytes() == before


# --- check


def test_cli_check_finds_a_changed_quotation(run: Run, built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kg"
    folder.mkdir()
    for path in built.rglob("*"):
        if path.is_file():
            target = folder / path.relative_to(built)
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(path.read_bytes())
    graph = (folder / "graph.ttl").read_text(encoding="utf-8")
    (folder / "graph.ttl").write_text(
        graph.replace("cases rose by 3.5 percent", "cases fell by 3.5 percent"), encoding="utf-8"
    )
    result = run("check")
    assert result.exit_code == 1, result.output
    assert "cases fell by 3.5 percent" in result.stdout
    parts = json.loads(run("check", "--json").stdout)
    (quotations,) = (part for part in parts if part["name"] == "quotations")
    assert quotations["verdict"] == f"{len(quotations['faults'])} findings"
    assert any("cases fell by 3.5 percent" in fault for fault in quotations["faults"])
    quiet = run("check", "--quiet")
    assert (quiet.exit_code, quiet.output) == (1, "")
