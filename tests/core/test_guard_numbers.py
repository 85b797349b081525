"""Numbers and addresses that point at a person are stopped however they are written; police prose is not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.core.guard import inspect
from tests.core.guarding import TOLVAN, stops, warnings, with_check_digit

COORDINATION = with_check_digit("640883323")
LEAP = with_check_digit("000229123")


@pytest.mark.parametrize(
    "written",
    [
        *(TOLVAN, "1212121212", "191212121212", "19121212-1212", "121212+1212", "19 121212-1212"),
        *("19121212 1212", "121212 1212", "121212 - 1212", "121212\n1212", "121212-\n1212", "121212\r\n-1212"),
        *("121212--1212", "121212–1212", "121212—1212", "121212−1212", "121212\u20111212", "121212\u00ad-1212"),
        *("12\u200b1212-12\u200b12", "１２１２１２－１２１２", "١٢١٢١٢-١٢١٢", "121212\u00a01212", "121212/1212"),
        *("121212.1212", "121212_1212", "121212:1212", "121212*1212", "(121212)1212", "(121212-1212)"),
        *("12 12 12 1212", "12 1212-1212", "1212 12-1212", "1212-12 1212", "1912 1212-1212", "12 12 12-12 12"),
        *("12-12-12-1212", "12.12.12-1212", "12/12/12-1212", "1912-12-12-1212", "121212-12 12", "121212 121 2"),
        *("1 2 1 2 1 2 1 2 1 2", "1 2 1 2 1 2 - 1 2 1 2", "1 9 1 2 1 2 1 2 1 2 1 2", "1.2.1.2.1.2.1.2.1.2"),
        *("7 1 2 1 2 1 2 1 2 1 2", "pnr121212-1212", "121212-1212pnr", "1\u03012\u03011\u03012\u030112-1212"),
        *("1\u20e32\u20e31\u20e32\u20e31\u20e32\u20e3-1212", COORDINATION),
        *(f"{COORDINATION[:6]}-{COORDINATION[6:]}", f"19{COORDINATION[:6]}-{COORDINATION[6:]}", LEAP),
        *(f"20{LEAP}", f"18{with_check_digit('991231001')}"),
    ],
)
@pytest.mark.parametrize("around", ["{}", "Han ({}) sågs.", "Nr {}, sedan {}", "på torget\n{}\noch sedan"])
def test_identity_numbers_are_stopped_however_they_are_written(written: str, around: str) -> None:
    text = around.format(written, written)
    assert set(stops(text)) == {"identity-number"}
    assert len(stops(text)) == around.count("{}")


@pytest.mark.parametrize(
    "written",
    [
        *("121212-1213", "121312-1212", "120012-1216", "120030-1214", f"19{LEAP}"),
        *(with_check_digit("120431121"), with_check_digit("120492121"), "556000-4615", "99121212-1212"),
        *("121212-12123", "5121212-1212", "2025-10-14–2025-10-21", "2025-12-12-2024-01-01", "12121"),
    ],
)
def test_what_has_no_possible_date_or_a_wrong_check_digit_is_no_identity_number(written: str) -> None:
    assert "identity-number" not in stops(f"Numret {written} gäller.")


@pytest.mark.parametrize("written", ["1912-12-12 1212", "12/12/12 1212", "12 12 12 12 12", "19 12 12 12 12 12"])
def test_what_may_be_a_moment_or_a_list_only_warns(written: str) -> None:
    assert stops(f"Den {written} var det lugnt.") == []
    assert warnings(f"Den {written} var det lugnt.") == [written]


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(1, 999), st.sampled_from(["-", "", "+", " ", "–", "\n"])
)
def test_every_possible_identity_number_is_stopped(born: date, number: int, sign: str) -> None:
    short = with_check_digit(f"{born:%y%m%d}{number:03}")
    century = f"{born:%Y}"[:2]
    for written in (f"{short[:6]}{sign}{short[6:]}", f"{century}{short[:6]}{sign}{short[6:]}"):
        assert "identity-number" in stops(f"Uppgift: {written}.")


@pytest.mark.parametrize(
    "written",
    [
        *("ABC 123", "ABC123", "ABC-123", "ABC–123", "ABC  123", "ABC\n123", "ABC\u00a0123", "ABC.123", "ABC:123"),
        *("ABC 12D", "ABC12D", "ABC - 123", "abc123", "Abc123", "abc12d", "ＡＢＣ　１２３", "A\u200bBC 123"),
        *("regnr abc 123", "reg.nr abc 123", "reg. nr: abc 123", "registreringsnummer abc 12d", "reg abc 123"),
    ],
)
def test_registration_numbers_are_stopped(written: str) -> None:
    assert stops(f"En grå skåpbil, {written}, stod kvar.") == ["registration-number"]


@pytest.mark.parametrize(
    "written",
    [
        *("070-123 45 67", "0701234567", "070 123 45 67", "070-1234567", "070/1234567", "070.123.45.67", "070 1234567"),
        *(
            "0701-23 45 67",
            "0701 234 567",
            "070-12 34 567",
            "(070) 123 45 67",
            "070 - 123 45 67",
            "0 7 0 1 2 3 4 5 6 7",
        ),
        *(
            "070–123 45 67",
            "070\u00a0123\u00a045\u00a067",
            "０７０－１２３４５６７",
            "tel:0701234567",
            "070-123\n45 67",
        ),
        *(
            "08-123 456 78",
            "08-123 45 67",
            "08 123 456 78",
            "08-12345678",
            "08-1234567",
            "(08) 123 456 78",
            "08/1234567",
        ),
        *(
            "031-12 34 56",
            "031-123 45 67",
            "0480-123 45",
            "0480-12345",
            "0480 12 34 56",
            "010-567 89 00",
            "0771-11 41 40",
        ),
        *("+46 70 123 45 67", "+46701234567", "+46 (0)70-123 45 67", "+46(0)701234567", "0046701234567", "46701234567"),
        *(
            "(+46)70 123 45 67",
            "+46-8-123 456 78",
            "＋46 70 123 45 67",
            "+47 912 34 567",
            "+4791234567",
            "+1 555 010 9999",
        ),
        *("+358 40 1234567", "+47-912-34-567", "012345678"),
    ],
)
def test_telephone_numbers_are_stopped(written: str) -> None:
    assert stops(f"Ring {written} före 8.") == ["telephone"]


def test_each_of_several_telephone_numbers_is_stopped() -> None:
    assert stops("070-123 45 67/070-765 43 21, 070-123 45 67 08-123 45 67") == ["telephone"] * 4


@pytest.mark.parametrize("written", ["07 01 23 45 67", "08-12 34 56", "004791234567"])
def test_what_may_be_a_telephone_number_warns(written: str) -> None:
    assert stops(f"Se {written} i bilagan.") == []
    assert warnings(f"Se {written} i bilagan.") == [written]


@pytest.mark.parametrize(
    "written",
    [
        *("anna.b@exempel.se", "anna@exempel.co.uk", "anna @ exempel.se", "anna+torg@exempel.se", "ANNA@EXEMPEL.SE"),
        *("anna(at)exempel.se", "anna [at] exempel.se", "anna (snabel-a) exempel", "å.ö@exempel.se", "a＠exempel.se"),
    ],
)
def test_addresses_are_stopped(written: str) -> None:
    assert "e-mail" in stops(f"Skriv till {written} i dag.")


PROSE = [
    "Den 14 oktober 2026 kl. 20.30 var torget tomt.",
    "Mellan kl. 08.00–16.00 och 07.30-16.30 är det lugnt, kl 0810-0915 likaså.",
    "Öppet 08-16, 08-10 15-17 och 0730-0830 10 dagar i rad.",
    "Perioden 2025-10-14–2025-10-21 jämförs med 2024-10-14 – 2024-10-21.",
    "Datum: 2026-11-09, 20261109, 261109, 09-11-2026, 08-10-2026, 9/11 2026, 01122026.",
    "Tertial 3 2026 mot 2025-T3, åren 2018/2019/2020 och 2015–2025.",
    "DeSO 1480C2340 och 0180A0010, kommunerna 0180 1480 1280 och 0114 0115 0117.",
    "LPO 540210 hör till PO 5402 i region 5400. LPO 540 nämns i texten.",
    "Underlaget har graden B2, något C3 och ett A1.",
    "Dnr A123.456/2026 och A801.012/2026, AA-0123-123456-26 samt 5000-K1234567-26 och K801012-26.",
    "Enligt 18:1 OSL, 35 kap. 1 § OSL, JO 682-2014, FAP 104-2, FAP 100 och SFS 2018:1177.",
    "Lag (2023:196), RiR 2020:20 och SOU 2021:49, prop. 2022/23:43, BRB 3 kap.",
    "Styrkan var 1+7 den 2026-11-09, sedan 2+14 i 12 veckor.",
    "Bilen lämnade E4:an vid trafikplats 152 och tog väg 73 mot Rv 40.",
    "HVB 1234 finns inte; ett HVB-hem med 12 platser gör det.",
    "Antalet steg från 1 000 000 till 1 250 000, +10 000 000 kronor, +3 000–4 000 per år, +25 procent.",
    "Kostnaden är SEK 500, EUR 100 000 eller 12 345 678,90 kr.",
    "Postnumret är 114 32, 702 15 eller SE-702 15, box 123, lgh 1102.",
    "Ring 112 eller 114 14, vid sjukdom 1177.",
    "Koordinaten är N 6580822, E 674032 (SWEREF 99 TM).",
    "Organisationsnummer 556000-4615 och bankgiro 123-4567 finns i avtalet.",
    "Av 84 koder täcker 1 600 nästan allt, 90 % av fallen, 1,1/0,9/0,9 per 1 000.",
    "ETT 100-tal UNGDOMAR, DEN 100 METER LÅNGA GATAN OCH 200 ANDRA.",
    "Rum 201, hus 112, kap 118, art 123, typ 200, den 100, och 300 personer.",
    "Han sålde 5 st @ 300 kr. Sedan 4 st @ 12.50 kr.",
    "Mötet @ torget. Sedan slut.",
    "Version 1.2.3 av metoden, 12.12.12, ip 10.0.0.1, 4.3 och 2.10.",
    "I 18–24-årsgruppen var 07, 08, 09 och 10 månader vanligast.",
    "covid19, mp3, h264, row12x1 och win11 är inga fordon.",
    "Samsyn mäter U1–U8 och S1–S8 på skalan 0 1 2 3 4 3 2 1 0 4 2 1.",
    "Klockan 0630 1530 2230 byter skiften, v. 41 42 43 44.",
    "Enligt reg. LPO 540 och reg. den 100 är det så.",
    "Modell AK47 och AK5, kaliber 9x19, patron 762.",
    "Det var 3 av 4 ärenden 2026, alltså 75 % (95 % KI 61–86).",
]


@pytest.mark.parametrize("sentence", PROSE)
def test_ordinary_police_prose_is_not_stopped(sentence: str) -> None:
    assert inspect(sentence) == ()


def test_a_number_that_is_two_things_is_told_once() -> None:
    assert stops(f"Nr {with_check_digit('070101123')}.") == ["identity-number"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_an_identity_number_is_stopped_whatever_stands_around_it(before: str, after: str) -> None:
    assert "identity-number" in stops(f"{before}\n\n\n\n x {TOLVAN} x {after}")
