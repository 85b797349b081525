"""Tables: migrations are complete, moments end in _at and days in _on, and whoever did something is kept."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models

MOMENTS = frozenset({"at", "start", "end", "last_login"})  # the last is Django's own
DOERS = frozenset({"author", "person", "actor"})
"""Columns that name who did what the row is about."""

NOBODY_BESIDE = {
    "accounts.Person.looked_at": "the row is the person's own",
    "areas.ImportRun.loaded_at": "the trail names who let the proposal load",
    "areas.Snapshot.received_at": "who sent it stands in its own column",
    "pictures.Need.answered_at": "projected from the answer, a remark with its author",
    "pictures.Need.asked_at": "projected from the version, which names its signer",
    "pictures.Need.withdrawn_at": "projected from the version that leaves it out",
    "pictures.Round.closed_at": "the trail names who closed it",
    "pictures.Version.superseded_at": "the next version names its signer",
}
"""Moments without a person in the same row, each with the reason."""


def _fields(kind: type[models.Field]) -> Iterator[tuple[type[models.Model], str]]:  # type: ignore[type-arg] # any field
    for model in apps.get_models():
        if model.__module__.startswith("samsyn."):
            for field in model._meta.get_fields():
                if type(field) is kind:
                    yield model, field.name


def _name(model: type[models.Model], field: str) -> str:
    return f"{model._meta.app_label}.{model.__name__}.{field}"


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=3)


def test_moments_end_in_at_and_days_in_on() -> None:
    moments = [_name(m, f) for m, f in _fields(models.DateTimeField) if f not in MOMENTS and not f.endswith("_at")]
    days = [_name(m, f) for m, f in _fields(models.DateField) if f not in MOMENTS and not f.endswith("_on")]
    assert (moments, days) == ([], [])


def test_what_happened_at_a_moment_was_done_by_somebody() -> None:
    """An event ``x_at`` has its ``x_by``; the exceptions say why nobody stands there."""
    alone = []
    for model, field in _fields(models.DateTimeField):
        names = {other.name for other in model._meta.get_fields()}
        if field.endswith("_at") and not ({f"{field.removesuffix('_at')}_by"} | DOERS) & names:
            alone.append(_name(model, field))
    assert sorted(alone) == sorted(NOBODY_BESIDE)


def test_no_table_is_for_persons_but_accounts() -> None:
    """No column could hold a person's identity outside the room of accounts."""
    telling = ("personal_number", "personnummer", "birth", "first_name", "last_name", "phone", "email", "plate")
    found = [
        _name(model, field.name)
        for model in apps.get_models()
        if model.__module__.startswith("samsyn.")
        for field in model._meta.get_fields()
        if any(word in field.name for word in telling)
    ]
    assert found == []
