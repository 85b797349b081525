"""Files that cannot be read as a whole: each is refused by its rule, kept as it came, and changes nothing."""

import json
from datetime import date

import pytest

from samsyn.areas import imports
from samsyn.areas.models import Area
from samsyn.ingest.areas import read as reading
from samsyn.ingest.areas.read import FileRefused, read
from samsyn.ingest.areas.validate import validate
from tests.ingest.layers import feature, layer, square
from tests.ingest.nation import Nation

LIST_ON = date(2025, 12, 1)
WGS_IN_SWEDEN = {"type": "Polygon", "coordinates": [[[16, 60], [16.01, 60], [16.01, 60.01], [16, 60]]]}
SWAPPED = {"type": "Polygon", "coordinates": [[[60, 16], [60.01, 16], [60.01, 16.01], [60, 16]]]}

BAD = {
    "file-empty": b"  \n",
    "not-text": b'{"name": "\xe5"}',
    "not-json": b'{"type": "FeatureCollection", "features": [',
    "not-a-layer": b'{"type": "Feature"}',
    "no-rows": layer(),
    "unknown-system": layer(feature("A"), system="EPSG:3857"),
    "unknown-fields": json.dumps({"type": "FeatureCollection", "features": [{"properties": {"x": 1}}]}).encode(),
}


@pytest.mark.parametrize("rule", BAD)
def test_a_file_that_cannot_be_read_is_refused_by_its_rule(rule: str) -> None:
    with pytest.raises(FileRefused) as caught:
        read(BAD[rule])
    assert caught.value.facts["rule"] == rule


@pytest.mark.parametrize("content", [b"[1, 2]", b'"text"', b"7", b'{"features": {}, "type": "FeatureCollection"}'])
def test_json_that_is_no_layer_is_refused(content: bytes) -> None:
    with pytest.raises(FileRefused) as caught:
        read(content)
    assert caught.value.facts["rule"] == "not-a-layer"


@pytest.mark.parametrize("content", [b"[" * 100_000, b'{"a": NaN}', b'{"type": "FeatureCollection",}'])
def test_json_that_is_nested_without_end_or_no_json_is_refused(content: bytes) -> None:
    with pytest.raises(FileRefused) as caught:
        read(content)
    assert caught.value.facts["rule"] == "not-json"


@pytest.mark.parametrize(
    ("limit", "rule"),
    [("MAX_BYTES", "file-too-large"), ("MAX_ROWS", "too-many-rows"), ("MAX_POSITIONS", "too-many-positions")],
)
def test_a_huge_file_is_refused(monkeypatch: pytest.MonkeyPatch, limit: str, rule: str) -> None:
    monkeypatch.setattr(reading, limit, 1)
    with pytest.raises(FileRefused) as caught:
        read(layer(feature("A"), feature("B")))
    assert caught.value.facts["rule"] == rule


@pytest.mark.parametrize(
    ("geometry", "system"),
    [
        (square(), "EPSG:4326"),
        (WGS_IN_SWEDEN, "EPSG:3006"),
        (SWAPPED, "EPSG:4326"),
        (square(6_600_000, 600_000), "EPSG:3006"),
        (square(1e12, 1e12), "EPSG:3006"),
    ],
)
def test_a_wrong_reference_system_is_refused_when_no_row_lies_in_sweden(
    geometry: dict[str, object], system: str
) -> None:
    with pytest.raises(FileRefused) as caught:
        validate(read(layer(feature("A", geometry), system=system)), list_on=LIST_ON)
    assert caught.value.facts["rule"] == "outside-sweden"


@pytest.mark.parametrize(("geometry", "system"), [(square(), 3006), (WGS_IN_SWEDEN, 4326)])
def test_a_system_that_is_not_stated_is_told_from_the_numbers(geometry: dict[str, object], system: int) -> None:
    found = read(layer(feature("A", geometry), system=None))
    assert (found.system, found.stated) == (system, False)
    assert "system-not-stated" in {one.rule for one in validate(found, list_on=LIST_ON).findings}


@pytest.mark.parametrize(
    "name",
    ["urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326", "urn:ogc:def:crs:EPSG:9.8:4326"],
)
def test_a_system_is_read_however_it_is_written(name: str) -> None:
    document = json.loads(layer(feature("A", WGS_IN_SWEDEN)))
    document["crs"]["properties"]["name"] = name
    assert read(json.dumps(document).encode()).system == 4326


def test_a_file_with_a_byte_order_mark_is_read() -> None:
    assert read(b"\xef\xbb\xbf" + layer(feature("A"))).rows


def test_a_refused_file_is_kept_and_can_never_be_loaded(empty: Nation) -> None:
    from samsyn.ingest.areas.load import RunRefused  # noqa: PLC0415 - needs settings

    run = empty.bring_in(BAD["not-json"], LIST_ON, "trasig.geojson")
    assert (run.state, run.report[0]["rule"], run.snapshot.name) == ("refused", "not-json", "trasig.geojson")
    assert imports.snapshot_content(run.snapshot.id, by=empty.keeper) == BAD["not-json"]
    with pytest.raises(RunRefused):
        empty.load(run)
    assert not Area.objects.exists()
    assert empty.bring_in(BAD["not-json"], LIST_ON).id == run.id
