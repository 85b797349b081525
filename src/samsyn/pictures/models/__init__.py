"""The tables of the room: drafts are rows, signed versions are documents with projections."""

from samsyn.pictures.models.draft import Chapter, Paragraph, Picture, Rival
from samsyn.pictures.models.remark import WAITING, Need, Receipt, Remark, Round
from samsyn.pictures.models.signed import SignedChapter, SignedParagraph, Trace, Version, Word

__all__ = [
    "WAITING",
    "Chapter",
    "Need",
    "Paragraph",
    "Picture",
    "Receipt",
    "Remark",
    "Rival",
    "Round",
    "SignedChapter",
    "SignedParagraph",
    "Trace",
    "Version",
    "Word",
]
