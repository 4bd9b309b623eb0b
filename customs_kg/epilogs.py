"""What stands below the help of the commands: examples of their use."""

from __future__ import annotations

GENERAL = """\b
Examples:
  customs-kg build report.txt            read a report into the folder kg/
  customs-kg ask                         list the questions it answers
  customs-kg ask trade-value             answer one, with the words of the report
  customs-kg show "World Customs Organization"
  customs-kg query "SELECT ?o WHERE { ?o a ck:Operation }" --format csv
  customs-kg view                        open the graph page

\b
Exit codes: 0 fine, 1 findings of `check`, 2 usage or input.
Long output goes through $PAGER on a terminal; NO_COLOR=1 turns bold text off.
"""

BUILD = """\b
Examples:
  customs-kg build                             the bundled digest
  customs-kg build report.pdf -o out           a report of your own
  customs-kg build 2022.pdf 2023.docx -o out   two reports in one graph
  customs-kg build reports/ --quiet            all reports of a folder
"""

ASK = """\b
Examples:
  customs-kg ask                               list the questions
  customs-kg ask trade-value                   by name, or by number: ask 1
  customs-kg ask trade-value --explain         what it takes and what its columns mean
  customs-kg ask commitments-due-soon -p months=12 --format csv
"""

QUERY = """\b
Examples:
  customs-kg query "SELECT ?n WHERE { ?o a ck:Operation ; skos:prefLabel ?n }"
  customs-kg query figures.rq --format csv -o figures.csv
  customs-kg query - --json --timeout 10 < slow.rq
"""

SHOW = """\b
Examples:
  customs-kg show                              all things, by class
  customs-kg show --class Operation            those of one class
  customs-kg show "World Customs Organization"
  customs-kg show wco --json                   any alias will do
"""

EXPORT = """\b
Examples:
  customs-kg export gexf -o report.gexf        open it in Gephi
  customs-kg export csv -o tables/             four tables in a folder
  customs-kg export jsonld | jq '."@graph"[0]'
"""

EVALUATE = """\b
Examples:
  customs-kg evaluate report.txt --gold reading.json
  customs-kg evaluate report.txt --gold reading.json --misses
"""

CHECK = """\b
Examples:
  customs-kg check                             exit code 1 when something is wrong
  customs-kg check --verbose -o findings.txt   remarks too, to a file
  customs-kg check --quiet || echo "look at it"
"""

COMPLETION = """\b
Examples:
  eval "$(customs-kg completion bash)"         in ~/.bashrc
  eval "$(customs-kg completion zsh)"          in ~/.zshrc
  customs-kg completion fish > ~/.config/fish/completions/customs-kg.fish
"""
