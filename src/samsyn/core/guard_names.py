"""Finds what looks like the name of a person. A warning, never a stop: names are also places and words.

The list holds common first names in Sweden. It is neither complete nor a statement about anybody;
a name that is missing is simply not warned for. Reads the plain copy of a text (``guard_reading``).
"""

import re
from collections.abc import Iterator, Sequence

from samsyn.core.guard_numbers import Span

_COMMON = """
    Adam Adrian Agneta Ahmad Ahmed Aisha Alan Albin Alex Alexander Alexandra Alfred Algot Ali Alice Alicia Alma Alva
    Alvin Amanda Amina Amir Anders Andreas Anette Angelica Ann Anna Anneli Annelie Annette Annika Anita Anja Anton
    Arne Aron Arvid Astrid Axel Barbro Bengt Benjamin Berit Bertil Birgit Birgitta Björn Britt Britta Bosse Börje
    Camilla Carina Carl Carina Carin Carolina Caroline Casper Catarina Cecilia Charlie Charlotte Charlotta Christer
    Christian Christina Christoffer Claes Clara Conny Dag Dan Daniel Daniela David Dawit Dennis Desirée Diana Diyar
    Dragan Ebba Eddie Edith Edvin Edward Einar Eivor Elena Elias Elin Elina Elis Elisabeth Elise Ella Ellen Ellinor
    Elliot Elsa Elvira Emelie Emil Emilia Emma Emmy Erica Erik Erika Ernst Ester Esther Eva Evelina Evert Fabian
    Fadi Farah Farid Fatima Felicia Felix Filip Fredric Fredrik Fredrika Freja Frida Gabriel Gabriella Gerd Gertrud
    Gunilla Gunnar Gunnel Gustaf Gustav Göran Gösta Habib Hamza Hanna Hannah Hannes Harald Harry Hassan Hedda Helen
    Helena Helene Helga Helge Helmer Henning Henrik Henry Herman Hilda Hilma Hjalmar Hugo Hussein Hjördis Håkan Ibrahim
    Ida Idris Ines Ingalill Ingegerd Ingela Inger Ingmar Ingrid Ingvar Irene Irina Iris Isabella Isabelle Isac
    Isak Ismail Ivar Jacob Jakob Jamal Jan Jana Janne Jasmin Jasmine Jennifer Jenny Jens Jerker Jesper Jessica Jimmy
    Joakim Joel Johan Johanna Johannes John Johnny Jonas Jonatan Jonathan Jonna Jonny Josef Josefin Josefine Josephine
    Judit Julia Julian Jörgen Kaj Kajsa Karim Karin Karl Karolina Katarina Katja Kenneth Kent Kerstin Kevin Khadija
    Khaled Kjell Klara Klas Klaus Kristian Kristina Kristoffer Krister Kurt Lars Lasse Latifa Lea Leif Leila Lena
    Lennart Leo Leon Leona Levi Liam Lilian Lilly Linda Linnea Linnéa Linus Lisa Lisbeth Liselott Lotta Louise Lova
    Lovisa Lucas Ludvig Lukas Lydia Madeleine Magdalena Magnus Mahmoud Maja Malin Malte Margareta Margaretha Margit
    Maria Marianne Marie Marika Marina Mario Marjatta Markus Marcus Marlene Martin Martina Mats Matilda Mathias Mattias
    Maximilian Mehmet Melissa Melker Melvin Mia Michael Mikael Milad Milan Minna Mira Miriam Moa Mohamed Mohammad
    Mohammed Mona Monica Monika Muhammad Mustafa Nadia Nadja Natalia Natalie Nathalie Nellie Niclas Nicklas Nicolas
    Niklas Nikolina Nils Nina Noah Noel Noor Olivia Olle Olof Olov Omar Oscar Oskar Osman Otto Ove Patric Patricia
    Patrik Paul Paula Paulina Per-Olof Pernilla Pernille Peter Petra Petter Philip Pia Pierre Pontus Rachid Ragnar
    Ragnhild Rakel Ralf Rania Rasmus Rebecca Reza Ricardo Richard Rickard Rikard Robert Robin Roger Roland Rolf Ronja
    Ronny Rose-Marie Roy Ruben Rune Rut Ruth Saga Said Salim Sam Samir Samira Samuel Sandra Sanna Sara Sarah Sebastian
    Selma Shirin Sigge Signe Sigrid Sigvard Simon Siri Siv Sixten Sofia Sofie Sonja Staffan Stefan Stefanie Stella
    Stina Sture Sune Susanna Susanne Svante Sven Svea Sylvia Tage Tariq Tatjana Teodor Terese Teresia Thea Theo Theodor
    Therese Thomas Tilda Tilde Tim Tina Tobias Tomas Tommy Tony Torbjörn Tord Tore Torsten Tove Tuva Tyra Ulf Ulla Ulrik
    Ulrika Ulrica Urban Valentina Valter Vanessa Vera Veronica Veronika Vidar Victor Victoria Viktor Viktoria Vilgot
    Vilhelm Vilma Vincent Viola Viveka Walter Wilhelm William Wilma Yasmin Ylva Yngve Yusuf Yvonne Zahra Zainab Zara
    Åke Åsa Örjan Östen
"""
_ALSO_WORDS = """
    Björn Bo Bror Charlie Dag Dan Diana Frank Gun Hans Ivar Jan Jul Kaj Kent Kim Klaus Inga Leo Levi Liv Love Maj Max
    May My Noor Ove Per Prins Robin Rose Roy Rut Saga Said Sam Selma Sixten Sol Sten Stella Stig Storm Sture Tage Tim
    Tor Tore Torsten Tove Ture Ulf Urban Vide Viola Åke
"""
"""Also words, times of day, places or firms: at the start of a sentence they warn only before a surname."""

FIRST_NAMES = frozenset(name.casefold() for name in (_COMMON + _ALSO_WORDS).split())
ALSO_WORDS = frozenset(name.casefold() for name in _ALSO_WORDS.split())

_SURELY = ("sson", "qvist", "quist", "kvist", "ović", "ovic", "evic", "nejad", "zadeh", "poulos")
_PERHAPS = (
    *("ström", "berg", "lund", "gren", "dahl", "dal", "blom", "holm", "lind", "mark", "ander", "ell", "én", "löf"),
    *("stedt", "löv", "man", "feldt", "felt", "crantz", "hjelm", "hielm", "sköld", "skiöld", "skog", "roth"),
)
_SHORTEST_SURNAME = 6
_EXAMPLE = "Exempel"
"""Surname of everybody in the training country."""
_TITLES = frozenset({"herr", "fru", "fröken", "kommissarie", "inspektör", "polisassistent", "doktor", "rektor"})
_PLACE = (
    r"(?:kyrka|församling|kapell|torg|plats|plan|gata|väg|gränd|backe|park|skola|gymnasi(?:um|e)|sjukhus|gård|bro|hamn|allé)"
    r"(?:n|en|et|t|s)?(?![^\W_])"
)
_PLACE_FOLLOWS = re.compile(" " + _PLACE, re.IGNORECASE)
_IS_PLACE = re.compile(_PLACE, re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_GAP = frozenset({" ", "  ", "\n", " \n", "\n "})
_INITIAL_GAP = frozenset({". ", "."})
_ABBREVIATION = re.compile(r"(?:^|[\s(.])[^\W\d_]{1,2}\.\Z")
_LOOK_BACK = 12


def names(text: str) -> Iterator[Span]:
    """Yield what looks like a person's name; never certain.

    A known first name with a capital letter, alone or before another capital; a surname by its ending
    (``-sson``, ``-qvist``; ``-ström`` and the like only after a title or an initial). Not where a place
    is named after somebody (``Sofia kyrka``).
    """
    words = list(_WORD.finditer(text))
    place = 0
    while place < len(words):
        count = _words_of_name(text, words, place)
        if count:
            yield Span(words[place].start(), words[place + count - 1].end(), certain=False)
        place += count or 1


def _words_of_name(text: str, words: Sequence[re.Match[str]], place: int) -> int:
    first = words[place]
    if place + 1 < len(words):
        second = words[place + 1]
        gap = text[first.end() : second.start()]
        if _are_together(text, first, gap, second[0]):
            return 0 if _IS_PLACE.search(second[0]) or _PLACE_FOLLOWS.match(text, second.end()) else 2
    if _PLACE_FOLLOWS.match(text, first.end()) or not _is_capital(first[0]):
        return 0
    return int(_is_surely_surname(first[0]) or _is_alone(text, first))


def _are_together(text: str, word: re.Match[str], gap: str, second: str) -> bool:
    """Tell whether two words in a row are a name."""
    first = word[0]
    if gap in _INITIAL_GAP:
        return len(first) == 1 and _is_capital(first) and _is_capital(second) and _is_surname(second)
    if gap not in _GAP:
        return False
    if _is_first_name(first) and _is_surely_surname(second):
        return True
    if not _is_capital(second):
        return False
    if first.casefold() in _TITLES:
        return not second.isupper()
    return _is_capital(first) and (_is_surely_surname(second) or _are_capitals_together(text, word, second))


def _are_capitals_together(text: str, word: re.Match[str], second: str) -> bool:
    """Tell whether the first of two capitals is a first name, or the second the surname of the training country.

    At the start of a sentence a first name that is also a word needs a surname after it.
    """
    known = _is_first_name(word[0])
    if known and word[0].casefold() not in ALSO_WORDS:
        return True
    if known and _is_surname(second):
        return True
    return (known or second == _EXAMPLE) and not _begins_sentence(text, word.start())


def _is_alone(text: str, word: re.Match[str]) -> bool:
    """Tell whether a capitalised word by itself is a first name, not just a word that begins a sentence."""
    if not _is_first_name(word[0]):
        return False
    also_word = word[0].casefold() in ALSO_WORDS
    return not (also_word and (word[0].isupper() or _begins_sentence(text, word.start())))


def _is_capital(word: str) -> bool:
    return word[0].isupper()


def _is_first_name(word: str) -> bool:
    """Tell whether a word, its genitive or the first half of a double name is on the list."""
    plain = word.casefold()
    return plain in FIRST_NAMES or plain.removesuffix("s") in FIRST_NAMES or plain.split("-")[0] in FIRST_NAMES


def _is_surely_surname(word: str) -> bool:
    return len(word) >= _SHORTEST_SURNAME and word.casefold().removesuffix("s").endswith(_SURELY)


def _is_surname(word: str) -> bool:
    return word == _EXAMPLE or _is_surely_surname(word) or word.casefold().removesuffix("s").endswith(_PERHAPS)


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - _LOOK_BACK) : start].rstrip(" \"'”»(*-")
    return not before or (before[-1] in ".!?:\n" and not _ABBREVIATION.search(before))
