"""Names warn and do not stop; places and words that look like names do neither."""

import pytest

from samsyn.core.guard import FreeText, inspect
from tests.core.guarding import stops, warnings

PLACES = [
    "Almhöjden, Kvarnparken och Norra Torget ligger i Övningsdistriktet.",
    "Vid Sofia kyrka, Maria torg och på Astrid Lindgrens gata är det lugnt.",
    "Hjalmar Brantingsgatan, Jennys Väg, Nils Erikssonsplatsen och Erik Dahlbergsgymnasiet ligger kvar.",
    "Inga skador. Max Hamburgare brann. Per Kommun räknas det.",
    "Polisen, Kommunen och Noa möttes i Södra Sofielund och på Gustavsberg.",
    "Hans bil stod kvar. Per månad kostar det mer. Max fem får plats. Maj var lugn.",
    "De som bor där ser hans och hennes barn, per dag, i mark och skog.",
    "Exempel på detta finns. Ett Exempel till.",
    "Barnens storebror, en kriminell ledare, kom från Danmark via Trelleborg.",
    "MAX 20 personer. MAJ 2026.",
    "- Max fem\n- Per dag",
]


@pytest.mark.parametrize("sentence", PLACES)
def test_places_and_words_are_not_taken_for_names(sentence: str) -> None:
    assert inspect(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("I går sågs Astrid Exempel där.", "Astrid Exempel"),
        ("Astrid Exempel skrev.", "Astrid Exempel"),
        ("Enligt Dawit Exempel är det så.", "Dawit Exempel"),
        ("Enligt Xyzzy Exempel är det så.", "Xyzzy Exempel"),
        ("Anna såg det.", "Anna"),
        ("Det är Annas bil.", "Annas"),
        ("Vittnet Anna-Karin såg det.", "Anna-Karin"),
        ("Vi mötte Hans vid torget.", "Hans"),
        ("Hans Andersson bor där.", "Hans Andersson"),
        ("Björn Exempel skrev.", "Björn Exempel"),
        ("Björn Ekström skrev.", "Björn Ekström"),
        ("Vi mötte Björn Xyz där.", "Björn Xyz"),
        ("Där bor Lindkvist.", "Lindkvist"),
        ("Karlssons hund skällde.", "Karlssons"),
        ("Vi såg Xyz Karlsson.", "Xyz Karlsson"),
        ("En patrull mötte kommissarie Hammarlund.", "kommissarie Hammarlund"),
        ("Enligt A. Lindberg är det så.", "A. Lindberg"),
        ("det var anna andersson som ringde", "anna andersson"),
        ("DET VAR ANNA ANDERSSON", "ANNA ANDERSSON"),
        ("t.ex. Björn sade det", "Björn"),
        ("Rubrik\nBjörn Berg", "Björn Berg"),
        ("Det var A\u030asa.", "A\u030asa"),
        ("Det var Mohamed.", "Mohamed"),
    ],
)
def test_names_warn_and_do_not_stop(sentence: str, name: str) -> None:
    assert warnings(sentence) == [name]
    assert stops(sentence) == []
    assert FreeText.checked(sentence)


def test_a_title_before_a_word_in_capitals_is_a_heading_not_a_name() -> None:
    assert inspect("en fru POLIS") == ()
