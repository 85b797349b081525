"""``samsyn import areas``: a proposal, a file of questions to fill in, a load, and nothing the second time."""

from pathlib import Path

import pytest

from samsyn.areas.models import ListEdition, Snapshot
from tests.cast import Cast
from tests.cli.commands import Done, typed
from tests.ingest.layers import feature, layer, square

DAY = "2027-12-01"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "lista.geojson"
    path.write_bytes(layer(feature("Almhöjden", square(600_000)), feature("Norra  Torget", square(620_000))))
    return path


def run(capsys: pytest.CaptureFixture[str], file: Path, *more: str, day: str = DAY) -> Done:
    return typed(capsys, "import", "areas", str(file), "--list-date", day, "--nation", "OV", *more)


def test_open_questions_are_printed_as_a_file_to_fill_in_and_then_the_list_loads(
    capsys: pytest.CaptureFixture[str], cast: Cast, file: Path, tmp_path: Path
) -> None:
    asked = run(capsys, file)
    assert asked.status == 2
    assert "[name-spaces]" in asked.said
    assert "[[decision]]" in asked.complained
    assert not ListEdition.objects.filter(start=DAY).exists()
    answers = tmp_path / "svar.toml"
    answers.write_text(
        asked.complained.replace("# yes = ", "yes = true").replace('reason = ""', 'reason = "Samma."'), encoding="utf-8"
    )
    loaded = run(capsys, file, "--decisions", str(answers))
    assert (loaded.status, loaded.said.splitlines()[-1]) == (0, "Listan är inläst.")
    assert ListEdition.objects.filter(start=DAY).exists()
    again = run(capsys, file)
    assert (again.status, again.said.strip()) == (0, "Filen är redan inläst. Inget har ändrats.")


def test_a_broken_file_is_refused_with_its_rule_and_kept(
    capsys: pytest.CaptureFixture[str], cast: Cast, tmp_path: Path
) -> None:
    path = tmp_path / "trasig.geojson"
    path.write_text("{", encoding="utf-8")
    done = run(capsys, path)
    assert done.status == 2
    assert "[not-json]" in done.said
    assert "Inget har lästs in" in done.complained
    assert Snapshot.objects.filter(name="trasig.geojson").exists()


@pytest.mark.parametrize(("day", "code"), [("2025-12-09", "list-date-near"), ("2019-06-01", "list-older-than-latest")])
def test_a_day_that_cannot_be_right_is_refused_with_a_sentence(
    capsys: pytest.CaptureFixture[str], cast: Cast, file: Path, day: str, code: str
) -> None:
    done = run(capsys, file, day=day)
    assert done.status == 2
    assert f"areas.{code}" in done.complained


def test_a_decisions_file_that_cannot_be_read_loads_nothing(
    capsys: pytest.CaptureFixture[str], cast: Cast, file: Path, tmp_path: Path
) -> None:
    answers = tmp_path / "svar.toml"
    answers.write_text("[[decision]]", encoding="utf-8")
    done = run(capsys, file, "--decisions", str(answers))
    assert done.status == 2
    assert "areas.decisions-unreadable" in done.complained


@pytest.mark.parametrize("words", [("finns-inte.geojson", "--list-date", DAY), (__file__, "--list-date", "igår")])
def test_words_that_are_wrong_are_told(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as caught:
        typed(capsys, "import", "areas", *words)
    assert caught.value.code == 2


@pytest.mark.django_db
def test_without_the_nation_nothing_is_loaded_and_the_way_on_is_told(
    capsys: pytest.CaptureFixture[str], file: Path
) -> None:
    done = typed(capsys, "import", "areas", str(file), "--list-date", DAY)
    assert done.status == 2
    assert "cli.nation-missing (nation=se)" in done.complained
    facts = [typed(capsys, "import", "facts") for _ in range(2)]
    assert [(one.status, one.said) for one in facts] == [(0, facts[0].said)] * 2
    assert "65 områden på listan" in facts[0].said
