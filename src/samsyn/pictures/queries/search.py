"""Search in pictures in force: folded words by prefix, the same answer on both stores."""

from samsyn.core.access import Actor, InfoClass
from samsyn.core.pictures.document import ParagraphKind
from samsyn.core.text import words
from samsyn.pictures.facts import Hit
from samsyn.pictures.models import Word
from samsyn.pictures.queries.versions import for_purpose, readable_paragraphs

_AFTER_ALL = "\U0010ffff"


def search(*, by: Actor, text: str, after: int | None = None, limit: int = 30) -> tuple[Hit, ...]:
    """Return paragraphs in force that hold every word, each as the beginning of a word, newest first.

    Hits and their number are the reader's own. ``after`` is the id of the last hit shown.
    """
    wanted = sorted(words(text), key=len, reverse=True)[:6]
    if not wanted:
        return ()
    found = for_purpose(by, readable_paragraphs(by)).filter(version__superseded_at=None)
    for word in wanted:
        holding = Word.objects.filter(word__gte=word[:40], word__lt=word[:40] + _AFTER_ALL)
        found = found.filter(pk__in=holding.values("paragraph_id"))
    if after is not None:
        found = found.filter(pk__lt=after)
    rows = found.select_related("version__picture", "chapter").defer("version__document").order_by("-pk")[:limit]
    return tuple(
        Hit(
            id=row.pk,
            unit_id=row.version.picture.unit_id,
            version_number=row.version.number,
            chapter_title=row.chapter.title,
            paragraph_id=row.paragraph_id,
            label=row.label,
            kind=ParagraphKind(row.kind),
            text=row.text,
            info_class=InfoClass(row.info_class),
        )
        for row in rows
    )
