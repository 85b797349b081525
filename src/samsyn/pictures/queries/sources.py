"""What lifted sentences rest on, and how they must at least be marked."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Q

from samsyn.core.access import Actor, InfoClass, highest
from samsyn.core.pictures.document import Source
from samsyn.pictures.models import SignedParagraph
from samsyn.pictures.queries.versions import readable_paragraphs


def source_rows(sources: Iterable[Source]) -> tuple[SignedParagraph, ...]:
    """Return the signed rows behind some sources, in one query."""
    wanted = [Q(version_id=item.version_id, paragraph_id=item.paragraph_id) for item in sources]
    if not wanted:
        return ()
    return tuple(SignedParagraph.objects.select_related("version", "version__picture").filter(reduce(or_, wanted)))


def readable_sources(*, by: Actor, sources: Iterable[Source]) -> tuple[SignedParagraph, ...]:
    """Return the signed rows behind those sources that ``by`` may read."""
    rows = source_rows(sources)
    allowed = set(readable_paragraphs(by).filter(pk__in=[row.pk for row in rows]).values_list("pk", flat=True))
    return tuple(row for row in rows if row.pk in allowed)


def least_class(sources: Iterable[Source]) -> InfoClass:
    """Return the class that a sentence resting on these sources must at least carry."""
    return highest(InfoClass(row.info_class) for row in source_rows(sources))
