"""What is missing before a signature, in words."""

from django.utils.translation import gettext as _


def lacking_words(code: str, chapter: str, label: str, detail: str) -> str:
    """Say what is missing and where: ``label`` is a paragraph's, ``detail`` a section's title or a criterion."""
    sentences = {
        "section": _("Avsnittet %(detail)s är tomt"),
        "answer": _("Svar på %(detail)s saknas"),
        "answer-reason": _("Skäl till svaret i stycke %(label)s saknas"),
        "proposal-reason": _("Skäl till förslaget om kategori saknas"),
        "removal-reason": _("Skäl till att stycke %(label)s tas bort saknas"),
        "certainty": _("Visshet saknas i stycke %(label)s"),
        "need-level": _("Behovet i stycke %(label)s ställs inte till någon nivå"),
        "rival": _("Två texter i stycke %(label)s väntar på att någon väljer"),
        "cause": _("Orsak till ändringarna saknas"),
        "evidence": _("Stycke %(label)s har inget underlag"),
    }
    return f"{chapter}: " + sentences[code] % {"detail": f"”{detail}”", "label": label}
