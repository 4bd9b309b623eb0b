"""Whether a text is English."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from customs_kg.builders.reading.language import seems_english
from customs_kg.cli import cli

FRENCH = (
    "La douane a saisi 400 kilos de tabac en 2018. Les agents ont travaillé avec la police dans le port.\n\n"
    "Le directeur a ouvert un bureau à Lyon.\n"
)


@pytest.mark.parametrize(
    "text",
    [
        FRENCH,
        "海关总署2016年度报告\n\n全国海关税收入库15388亿元。",
        "Der Zoll hat im Jahr 2018 mehr als 400 Kilogramm Tabak beschlagnahmt und mit der Polizei zusammengearbeitet.",
        "La aduana incautó 400 kilos de tabaco en el puerto durante el año y trabajó con la policía de la ciudad.",
    ],
)
def test_other_languages_are_told(text: str) -> None:
    assert not seems_english(text)


def test_english_reports_are_english(pytestconfig: pytest.Config) -> None:
    reports = sorted((pytestconfig.rootpath / "tests" / "reports").glob("*.txt"))
    assert len(reports) > 20
    assert [path.name for path in reports if not seems_english(path.read_text(encoding="utf-8"))] == []
    assert seems_english("RUM 400\nTEA 300")


def test_a_report_in_another_language_is_built_and_told(tmp_path: Path) -> None:
    (tmp_path / "fr.txt").write_text(FRENCH, encoding="utf-8")
    result = CliRunner().invoke(cli, ["build", str(tmp_path / "fr.txt"), "-o", str(tmp_path / "kg")])
    assert result.exit_code == 0
    assert "fr.txt hardly seems to be English" in result.output


def test_a_report_without_headings_or_figures_is_built(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text(
        "nothing here but one sentence about the boats and the sea.\n", encoding="utf-8"
    )
    result = CliRunner().invoke(cli, ["build", str(tmp_path / "plain.txt"), "-o", str(tmp_path / "kg")])
    assert result.exit_code == 0
    assert "0 figures" in result.output
    assert "English" not in result.output


def test_fifty_megabytes_are_refused_in_one_line(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.write(b"The boats sailed in 2018. " * (50 * 2**20 // 26))
    result = CliRunner().invoke(cli, ["build", str(tmp_path / "big.txt"), "-o", str(tmp_path / "kg")])
    assert result.exit_code == 2
    assert result.output.count("\n") == 1
    assert "at most 16 MB" in result.output
