"""Lifting a sentence from below: its trail, its marking, and the flag when it has since changed."""

from datetime import timedelta

import pytest

from samsyn.core.access import InfoClass, Permission
from samsyn.core.errors import NotFound
from samsyn.core.pictures.document import Source
from samsyn.pictures.actions.drafting import edit_paragraph, remove_paragraph
from samsyn.pictures.actions.responding import dissent
from samsyn.pictures.errors import ClassTooHigh
from samsyn.pictures.facts import VersionFacts
from samsyn.pictures.queries import remarks, start, trace
from tests.builders import Begun, a_picture, a_signed_picture, lift, said, sign, wording
from tests.cast import ABOVE, BESIDE, HERE, NATION, NOW, REGION, Cast, without_purpose
from tests.refusal import refused

LATER = NOW + timedelta(days=1)
Signed = tuple[Begun, VersionFacts]


def _chain(cast: Cast, text: str = "Torget är mörkt.") -> tuple[Signed, Signed, Signed, Signed]:
    """Return a sentence signed here and lifted to the police area, the region and the nation."""
    below = here = a_signed_picture(cast, texts=[text])
    signed: list[Signed] = []
    for code in (ABOVE, REGION, NATION):
        picture, version = below
        upper = a_picture(cast, unit=code)
        lift(upper, f"Sett från {code}: ett torg är mörkt.", [(version, picture.written[-1])])
        below = (upper, sign(upper))
        signed.append(below)
    return here, signed[0], signed[1], signed[2]


def test_a_sentence_at_the_top_names_every_sentence_under_it(cast: Cast) -> None:
    (here, first), (above, second), (region, third), (_, top) = _chain(cast)
    found = trace.lifts_down(by=cast.farid, upper_version_id=top.id)
    assert {(one.depth, one.lower_version_id, one.lower_paragraph_id, one.lower_unit_id) for one in found} == {
        (1, third.id, region.written[0], cast.unit(REGION)),
        (2, second.id, above.written[0], cast.unit(ABOVE)),
        (3, first.id, here.written[0], cast.unit(HERE)),
    }
    assert all(one.stale == "" and one.upper_in_force for one in found)


def test_from_below_one_sees_where_ones_words_were_used(cast: Cast) -> None:
    (here, _), (_, second), (_, third), (_, top) = _chain(cast)
    for reader in (cast.astrid, cast.bjorn):
        found = trace.lifts_up(by=reader, lower_paragraph_ids=here.written)
        assert {(one.depth, one.upper_version_id) for one in found} == {(1, second.id), (2, third.id), (3, top.id)}
    assert trace.lifts_up(by=cast.cecilia, lower_paragraph_ids=here.written) == ()


def test_one_sentence_may_rest_on_two_districts(cast: Cast) -> None:
    here, first = a_signed_picture(cast, texts=["Rån i tunneln."])
    beside, second = a_signed_picture(cast, unit=BESIDE, texts=["Rån på stråket."])
    upper = a_picture(cast, unit=ABOVE)
    lift(upper, "Rån längs skolvägen.", [(first, here.written[0]), (second, beside.written[0])])
    version = sign(upper)
    found = trace.lifts_down(by=cast.hanna, upper_version_id=version.id)
    assert {one.lower_unit_id for one in found} == {cast.unit(HERE), cast.unit(BESIDE)}
    for reader, code in ((cast.astrid, HERE), (cast.cecilia, BESIDE)):
        mine = trace.lifts_down(by=reader, upper_version_id=version.id)
        assert cast.unit(code) in {one.lower_unit_id for one in mine}


@pytest.mark.parametrize("how", ["changed", "removed"])
def test_a_sentence_whose_source_has_moved_on_is_flagged_on_every_level(cast: Cast, how: str) -> None:
    (here, _), _, _, (_, top) = _chain(cast)
    key = here.written[0]
    if how == "changed":
        new = wording("Torget är upplyst.")
        edit_paragraph(by=cast.astrid, now=LATER, unit_id=here.unit_id, paragraph_id=key, rev=1, wording=new)
    else:
        remove_paragraph(by=cast.astrid, now=LATER, unit_id=here.unit_id, paragraph_id=key, reason="Lagat.")
    assert {one.stale for one in trace.lifts_down(by=cast.farid, upper_version_id=top.id)} == {""}, "a draft is no news"
    sign(here, now=LATER)
    stale = {one.depth: one.stale for one in trace.lifts_down(by=cast.farid, upper_version_id=top.id)}
    assert stale == {1: "", 2: "", 3: how}


def test_signing_again_unchanged_raises_no_flag(cast: Cast) -> None:
    (here, _), _, _, (_, top) = _chain(cast)
    here.write("Gången är mörk.")
    sign(here, now=LATER)
    assert {one.stale for one in trace.lifts_down(by=cast.farid, upper_version_id=top.id)} == {""}


def test_only_signed_paragraphs_that_the_writer_reads_are_lifted(cast: Cast) -> None:
    here, version = a_signed_picture(cast, texts=["Torget är mörkt."])
    draft_only = here.write("Gången är mörk.")
    upper, beside = a_picture(cast, unit=ABOVE), a_picture(cast, unit=BESIDE)
    for sources in ([(version, draft_only)], [(version, "f" * 32)], []):
        with pytest.raises(NotFound):
            lift(upper, "Gissning.", sources)
    with pytest.raises(NotFound):
        lift(beside, "Gissning.", [(version, here.written[0])])


def test_a_source_is_not_smuggled_in_by_an_edit(cast: Cast) -> None:
    here, version = a_signed_picture(cast, texts=["Torget är mörkt."])
    beside = a_picture(cast, unit=BESIDE, texts=["Eget."])
    forged = wording("Eget.", sources=(Source(version.id, here.written[0]),))
    with pytest.raises(NotFound):
        edit_paragraph(
            by=cast.cecilia, now=NOW, unit_id=beside.unit_id, paragraph_id=beside.written[0], rev=1, wording=forged
        )


def test_a_lifted_sentence_is_marked_at_least_as_high_as_its_source(cast: Cast) -> None:
    here = a_picture(cast)
    key = here.write("Två butiker betalar.", info_class=InfoClass.K2)
    version = sign(here)
    upper = a_picture(cast, unit=ABOVE)
    with pytest.raises(ClassTooHigh) as refused_because:
        lift(upper, "Butiker betalar.", [(version, key)], info_class=InfoClass.K1)
    assert refused_because.value.facts == {"least": 2}
    lift(upper, "Butiker betalar.", [(version, key)], info_class=InfoClass.K2)


def test_a_lower_marking_needs_its_reason(cast: Cast) -> None:
    here = a_picture(cast)
    key = here.write("Två butiker betalar.", info_class=InfoClass.K2)
    version = sign(here)
    upper = a_picture(cast, unit=ABOVE)
    why = {"lowering_reason": "Utan antal och plats röjs ingen."}
    lift(upper, "Butiker betalar.", [(version, key)], info_class=InfoClass.K1, facts=why)
    (told,) = [item for item in upper.draft.document.paragraphs() if item.sources]
    assert (told.info_class, told.facts) == (InfoClass.K1, why)


def test_a_dissent_travels_with_every_lift(cast: Cast) -> None:
    (here, first), (above, second), _, (_, top) = _chain(cast)
    told = said(cast, HERE, "Det är inte ljuset.")
    dissent(by=cast.lars, now=LATER, version=first, paragraph_id=here.written[0], said=told)
    halfway = said(cast, REGION, "Vi ser det på fler ställen.")
    dissent(by=cast.eva, now=LATER, version=second, paragraph_id=above.written[0], said=halfway)
    lifts = trace.lifts_down(by=cast.farid, upper_version_id=top.id)
    along = [(one.text, one.unit_id) for one in remarks.dissents_along(by=cast.farid, lifts=lifts)]
    assert along == [
        ("Det är inte ljuset.", cast.unit(HERE)),
        ("Vi ser det på fler ställen.", cast.unit(REGION)),
    ]


def test_a_marked_dissent_travels_to_those_who_may_read_it(cast: Cast) -> None:
    here = a_picture(cast)
    key = here.write("Källan säger mer.", by=cast.lars, info_class=InfoClass.K3)
    version = sign(here)
    told = said(cast, HERE, "Källan har haft fel förr.")
    dissent(by=cast.lars, now=NOW, version=version, paragraph_id=key, said=told)
    upper = a_picture(cast, unit=ABOVE)
    why = {"lowering_reason": "Utan källa."}
    lift(upper, "Det talas om mer.", [(version, key)], info_class=InfoClass.K1, facts=why)
    lifts = trace.lifts_down(by=cast.bjorn, upper_version_id=sign(upper).id)
    assert lifts
    assert remarks.dissents_along(by=cast.bjorn, lifts=lifts) == ()
    (open_to_hanna,) = remarks.dissents_along(by=cast.hanna, lifts=lifts)
    assert open_to_hanna.text == "Källan har haft fel förr."
    withheld = remarks.dissents_along(by=without_purpose(cast.hanna), lifts=lifts)
    assert "Källan har haft fel förr." not in [one.text for one in withheld]


def test_those_whose_words_were_lifted_hear_of_it(cast: Cast) -> None:
    _chain(cast)
    news = start.lifted_lately(by=cast.astrid, since=NOW - timedelta(days=1))
    assert {one.unit_id for one in news} == {cast.unit(ABOVE), cast.unit(REGION), cast.unit(NATION)}
    assert start.lifted_lately(by=cast.cecilia, since=NOW - timedelta(days=1)) == ()


def test_nobody_lifts_into_a_picture_that_is_not_theirs(cast: Cast) -> None:
    here, version = a_signed_picture(cast, texts=["Torget är mörkt."])
    upper = a_picture(cast, unit=ABOVE)
    for stranger in cast.but("hanna"):
        with refused(Permission.DRAFT_WRITE):
            theirs = Begun(upper.unit_id, stranger, upper.chapters)
            lift(theirs, "Ett torg är mörkt.", [(version, here.written[0])])
