"""What is said of a delivered list: a sentence for every rule, every doubt, every fate. For pages and command line."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

RULES: Mapping[str, object] = {
    # The file as a whole
    "file-too-large": lazy("Filen är för stor: %(size)s byte. Högst %(limit)s tas emot."),
    "file-empty": lazy("Filen är tom."),
    "not-text": lazy("Filen är inte text i UTF-8, så den kan inte vara GeoJSON."),
    "not-json": lazy("Filen är trasig: den går inte att läsa som JSON."),
    "not-a-layer": lazy("Filen är inget skikt i GeoJSON (FeatureCollection)."),
    "no-rows": lazy("Skiktet har inga rader."),
    "too-many-rows": lazy("Skiktet har %(rows)s rader. Högst %(limit)s tas emot."),
    "too-many-positions": lazy("Skiktet har fler än %(limit)s koordinater."),
    "unknown-system": lazy("Referenssystemet ”%(system)s” är okänt här. WGS 84 och SWEREF 99 tas emot."),
    "unknown-fields": lazy("Fälten passar ingen känd leverans: %(fields)s."),
    "outside-sweden": lazy("Läget är utanför Sverige (%(lon)s, %(lat)s). Stämmer referenssystemet?"),
    "system-not-stated": lazy("Filen anger inget referenssystem. Talen visar att det är EPSG:%(system)s."),
    "numbers-missing": lazy("Numreringen i filen hoppar över %(missing)s."),
    "own-dates-passed-over": lazy("Radernas egna datum används inte. Gränserna gäller från listans dag, %(list_on)s."),
    "blank-end-read-as-none": lazy("Slutdatum är ett blanksteg på %(rows)s rader. Det läses som inget slut."),
    # Single rows
    "name-missing": lazy("Namn saknas."),
    "name-spaces": lazy("Udda mellanslag i namnet: ”%(delivered)s” blev ”%(mended)s”."),
    "category-unknown": lazy("Kategorin ”%(delivered)s” är okänd."),
    "category-not-in-use": lazy("Kategorin ”%(delivered)s” används inte på listor från den här dagen."),
    "category-misspelt": lazy("Kategorin är felskriven: ”%(delivered)s”."),
    "geometry-missing": lazy("Gräns saknas."),
    "geometry-broken": lazy("Gränsen är trasig och går inte att läsa."),
    "geometry-no-polygon": lazy("Gränsen är ingen yta."),
    "geometry-empty": lazy("Gränsen är tom."),
    "crosses-itself": lazy("Gränsen korsar sig själv och är rättad. Den levererade är kvar."),
    "sliver": lazy("Flisor av gränsen är borttagna (%(slivers_m2)s m²). Den levererade är kvar."),
    "size-unusual": lazy("Ytan är ovanlig: %(m2)s m²."),
    "size-not-as-stated": lazy("Ytan är %(m2)s m², men filen anger %(stated_m2)s m²."),
    "row-twice": lazy("Samma rad finns två gånger och läses en gång (rad %(first)s)."),
    "name-twice": lazy("Namnet finns redan på rad %(first)s, med annan gräns eller kategori."),
    "number-twice": lazy("Områdets nummer finns redan på rad %(first)s, %(first_name)s."),
    "overlaps-another": lazy("Gränsen går in i %(other)s."),
    "code-contradicts-name": lazy("Koden motsäger namnet: %(delivered)s lästes som %(mended)s, som övriga rader."),
    "local-code-under-another": lazy("Lokalpolisområdet %(local_area)s ligger under %(police_area)s."),
    # Against what is known
    "place-not-municipality": lazy("Orten är %(delivered)s i filen, men området ligger i kommunen %(known)s."),
    "place-not-as-before": lazy("Orten är %(delivered)s i filen, men %(known)s på listan före."),
    "not-on-recorded-list": lazy("Området finns inte på den lista som redan är känd. Raden läses inte in."),
    "recorded-otherwise": lazy("Den kända listan säger %(recorded)s, filen %(delivered)s. Den kända gäller."),
    "recorded-without-row": lazy("På den kända listan men inte i filen: %(names)s."),
}
WHY: Mapping[str, object] = {
    "name-without-ground": lazy("Namn eller nummer är samma, men ytorna har inget gemensamt."),
    "little-in-common": lazy("Något stämmer, men de delar bara en mindre del av ytan."),
    "other-name": lazy("Ytan är ungefär samma, men varken namn eller nummer."),
    "part-mostly-outside": lazy("Namnet är en del av det gamla, men den största delen ligger utanför."),
    "part-not-named": lazy("En del av ytan är gemensam, men det gamla namnet nämner den inte."),
    "cut-out": lazy("Marken låg i ett område som finns kvar under eget namn."),
    "tangled": lazy("Flera gamla och flera nya områden delar mark."),
    "place-differs": lazy("Namnet är samma, men orten en annan."),
    "no-ground-known": lazy("Gränsen för listan före är inte känd, så bara namn eller nummer talar för det."),
    "unit-moved": lazy("Filen lägger enheten under en annan än den hade."),
    "unit-renamed": lazy("Filen ger enheten ett annat namn än den hade."),
    "row-refused": lazy("Raden går inte att läsa in. Utan den saknas området på listan."),
}
FATES: Mapping[str, object] = {
    "continues": lazy("fortsätter"),
    "returned": lazy("åter"),
    "split": lazy("del av ett delat"),
    "merged": lazy("sammanslaget"),
    "left": lazy("lämnar listan"),
    "new": lazy("nytt"),
}
FLAGS: Mapping[str, object] = {
    "renamed": lazy("nytt namn"),
    "boundary_moved": lazy("ny gräns"),
    "re_identified": lazy("nytt nummer"),
}
SEVERITIES: Mapping[str, object] = {
    "refused": lazy("avvisad"),
    "repaired": lazy("rättad"),
    "noted": lazy("noterad"),
}


def finding(rule: str, facts: Mapping[str, object]) -> str:
    """Return the sentence of a rule, filled with its facts."""
    return str(RULES[rule]) % {name: _written(value) for name, value in facts.items()}


def question(about: str, facts: Mapping[str, object]) -> str:
    """Return a doubt as a question that yes or no answers."""
    if about == "row":
        return _("Läsa in filen utan rad %(row)s, %(name)s?") % facts
    if about == "unit":
        return _unit_question(facts)
    words = {"before": facts["before"], "after": facts["after"]}
    if words["before"] == words["after"]:
        return _("Är %(after)s samma område som förut?") % words
    asked = {
        "continues": _("Är %(after)s samma område som %(before)s?"),
        "returned": _("Är %(after)s samma område som %(before)s, som stått på en tidigare lista?"),
        "merged": _("Har %(before)s gått upp i %(after)s?"),
    }.get(str(facts["as_fate"]), _("Är %(after)s en del av %(before)s?"))
    return asked % words


def _unit_question(facts: Mapping[str, object]) -> str:
    if "new_parent" in facts and "new_name" in facts:
        return _("Har %(name)s (%(code)s) flyttat till %(new_parent)s och bytt namn till %(new_name)s?") % facts
    if "new_parent" in facts:
        return _("Har %(name)s (%(code)s) flyttat från %(parent)s till %(new_parent)s?") % facts
    return _("Har %(name)s (%(code)s) bytt namn till %(new_name)s?") % facts


def _written(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(_written, value))
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)
