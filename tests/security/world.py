"""The training nation with a concrete thing in every state that the table of rights names."""

from dataclasses import dataclass
from datetime import timedelta

from samsyn.accounts import actions as accounts
from samsyn.accounts import queries as people
from samsyn.accounts.models import Role, Token
from samsyn.areas.models import Area, ImportRun, Snapshot, Unit
from samsyn.core.access import Actor, InfoClass, Purpose, Zone
from samsyn.pictures.actions.drafting import edit_paragraph
from samsyn.pictures.facts import Wording
from samsyn.pictures.models import Chapter, Need, Paragraph, Remark, Rival, Round, SignedParagraph
from samsyn.shell import clock
from samsyn.shell.demo import CAST

HERE, BESIDE, ABOVE, REGION, NATION = "OV-540210", "OV-540220", "OV-5402", "OV-5400", "OV"
FRESH = "f" * 32


@dataclass(frozen=True, slots=True)
class World:
    """Names that stand in the table's addresses, and words that some may never read."""

    names: dict[str, str]
    canaries: dict[str, tuple[str, frozenset[str]]]
    """By what it is: the words, and the usernames that may read them (with a purpose)."""
    authors: dict[str, str]
    """By what it is: who wrote the words, and sees them in the draft without a purpose."""


def build() -> World:
    """Find or make every state; needs a database with the training nation, and may write in it."""
    _former_substitute()
    here, above = (Unit.objects.get(code=code).pk for code in (HERE, ABOVE))
    signed = SignedParagraph.objects.filter(version__picture__unit_id=here, version__number=4, kind="text")
    texts = Paragraph.objects.filter(chapter__picture__unit_id=here, removed_at=None, kind="text")
    draft = texts.filter(info_class=1).exclude(pk__in=signed.values("paragraph_id")).first() or texts[0]
    standing = signed.filter(
        paragraph_id__in=SignedParagraph.objects.filter(version__picture__unit_id=here, version__number=2).values(
            "paragraph_id"
        ),
        written_on__lt=signed[0].version.signed_at.date() - timedelta(days=60),
    )  # words that no comparison cuts in pieces
    k1, k2, k3 = (standing.filter(info_class=level).first() for level in (1, 2, 3))
    assert k1, "the seed has a class 1 paragraph"
    assert k2, "the seed has a class 2 paragraph"
    assert k3, "the seed has a class 3 paragraph"
    rival = _conflict(here, texts.filter(info_class=1).exclude(pk=draft.pk)[0])
    names = {
        "here": HERE,
        "beside": BESIDE,
        "above": ABOVE,
        "region": REGION,
        "nation": NATION,
        "area": Area.objects.filter(nation__code=NATION).order_by("key")[0].key,
        "run": str(_import_run().pk),
        "k1": k1.paragraph_id,
        "k3": k3.paragraph_id,
        "source": f"{k1.version_id}.{k1.paragraph_id}",
        "draft": draft.pk,
        "draft3": texts.filter(info_class=3)[0].pk,
        "chapter": draft.chapter_id,
        "above_chapter": Chapter.objects.filter(picture__unit_id=above)[0].pk,
        "rival": str(rival),
        "question": str(Remark.objects.filter(kind="question", picture__unit_id=here, replies=None)[0].pk),
        "need": Need.objects.filter(unit_id=here, to_unit_id=above, withdrawn_at=None, info_class__lte=1)[0].pk,
        "round": str(Round.objects.filter(closed_at=None)[0].pk),
        "fresh": FRESH,
    }
    return World(names, _canaries(k1.text, k2.text, k3.text, draft.text), {"class 2": k2.author, "class 3": k3.author})


READERS = frozenset({"astrid", "bjorn", "eva", "farid", "hanna", "jonna", "karin", "lars"})
WRITERS = frozenset({"astrid", "bjorn", "jonna", "lars"})


def _canaries(k1: str, k2: str, k3: str, draft: str) -> dict[str, tuple[str, frozenset[str]]]:
    place = Chapter.objects.get(picture__unit__code=HERE, kind="place").title
    return {
        "class 1": (_long(k1), READERS),
        "class 2": (_long(k2), READERS),
        "class 3": (_long(k3), READERS - {"bjorn"}),
        "an unlisted place": (place, READERS),
        "the draft": (_long(draft), WRITERS),
        "the rival text": ("Kanariefågeln sjunger vid bron.", WRITERS),
    }


def _long(text: str) -> str:
    """Return the middle of a text: long enough to be that text and no other."""
    return text[8:68]


def _former_substitute() -> None:
    """Add somebody whose time as substitute chief is over."""
    now = clock.now()
    keeper = actor("ivar")
    nation, here = Unit.objects.get(code=NATION).pk, Unit.objects.get(code=HERE).pk
    person = accounts.add_person(
        by=keeper, now=now, nation_id=nation, username="late", name="Jonna Då", organisation="Polis", password="x"
    )
    Role.objects.create(
        person_id=person,
        role="lpo_chief",
        unit_id=here,
        start=now - timedelta(days=9),
        end=now - timedelta(seconds=1),
        substitute=True,
    )


def actor(username: str) -> Actor:
    """Return a member of the cast as they stand now, reading for a purpose."""
    return people.actor(people.person(username).id, now=clock.now(), purpose=Purpose.FOLLOW_UP)


def keys() -> dict[str, str]:
    """Make an API key for everybody; return the secrets by username."""
    secrets = {}
    for username in [*(member.username for member in CAST), "late"]:
        secrets[username] = f"key-of-{username}"
        accounts.make_token(
            by=actor(username), now=clock.now(), secret=secrets[username], label="trial", purpose=Purpose.FOLLOW_UP
        )
    assert Token.objects.count() == len(secrets)
    return secrets


def _conflict(here: int, row: Paragraph) -> int:
    """Let Astrid write from an old revision: her text stands beside the other until someone chooses."""
    wording = Wording(
        text="Kanariefågeln sjunger vid bron.",
        certainty=None,
        info_class=InfoClass.K1,
        zone=Zone.POLICE,
        facts={},
    )
    edit_paragraph(
        by=actor("astrid"), now=clock.now(), unit_id=here, paragraph_id=row.pk, rev=row.rev + 7, wording=wording
    )
    return Rival.objects.get(paragraph=row).pk


def _import_run() -> ImportRun:
    nation, now = Unit.objects.get(code=NATION), clock.now()
    snapshot = Snapshot.objects.create(
        nation=nation, sha256="0" * 64, name="lager.geojson", sender="ivar", received_at=now, size=2, content=b"{}"
    )
    return ImportRun.objects.create(
        nation=nation, snapshot=snapshot, list_on=now.date(), state="refused", created_at=now, created_by="ivar"
    )
