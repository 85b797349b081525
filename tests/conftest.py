"""What every test stands on: a home of its own, closed sockets, and databases that are thrown away.

Choose the store with ``SAMSYN_DATABASE`` (a PostgreSQL address); without it tests use SQLite in a
temporary folder. A test that needs real transactions, threads or a server asks for
``own_database``: Django's way of flushing the tables afterwards fails on append-only tables.
"""

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import settings as hypothesis_settings
from pytest_django.plugin import DjangoDbBlocker

pytest_plugins = ["tests.chromium", "tests.serving", "tests.security.furnishing"]

HOME = Path(tempfile.mkdtemp(prefix="samsyn-tests-"))
atexit.register(shutil.rmtree, HOME, ignore_errors=True)
os.environ["SAMSYN_HOME"] = str(HOME)
os.environ["DJANGO_SETTINGS_MODULE"] = "samsyn.config.settings"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's event loop runs in the test's own thread

LOOPBACK = ["127.0.0.1", "::1", "localhost"]
FLUSHING = frozenset({"transactional_db", "live_server", "django_db_reset_sequences", "django_db_serialized_rollback"})

hypothesis_settings.register_profile("house", deadline=None, print_blob=True)
hypothesis_settings.load_profile("house")


def pytest_configure() -> None:
    """Load the settings, now that the home is set; pytest-django sets up the rest."""
    settings.PASSWORD_HASHERS = ["tests.passwords.Quick"]
    (HOME / "static").mkdir(exist_ok=True)  # WhiteNoise warns where there is none
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # hashed names need collectstatic
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Open loopback to tests that talk to a server, and stop tests that would flush the tables."""
    store = "postgres" if os.environ.get("SAMSYN_DATABASE") else "sqlite"
    for item in items:
        if item.get_closest_marker("browser") or item.get_closest_marker("live"):
            item.add_marker(pytest.mark.allow_hosts(LOOPBACK))
        marker = item.get_closest_marker("django_db")
        flushing = FLUSHING & set(getattr(item, "fixturenames", ()))
        if flushing or (marker and (marker.args or {"transaction", "reset_sequences"} & set(marker.kwargs))):
            message = f"{item.nodeid}: append-only tables cannot be flushed; ask for own_database instead"
            raise pytest.UsageError(message)
        for wanted in {"postgres", "sqlite"} - {store}:
            if item.get_closest_marker(f"{wanted}_only"):
                item.add_marker(pytest.mark.skip(reason=f"needs {wanted}; this run is on {store}"))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Keep the SQLite test database in a file: in memory there are no locks, and nothing to copy."""
    from django.db import connection  # noqa: PLC0415 - settings are read on import, after HOME is set

    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(HOME / "test.sqlite3")


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_modify_db_settings: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """Make the test database as ``samsyn migrate`` does: tables first, then the append-only triggers."""
    from tests import databases  # noqa: PLC0415 - needs settings

    with django_db_blocker.unblock(), databases.prepared():
        yield


@pytest.fixture
def own_database(
    request: pytest.FixtureRequest,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """Give the test a copy of a database, where it may commit; the copy goes afterwards.

    The copy is empty, or holds the training nation as the demo has it if the test also asks for ``trained``.
    """
    from tests import databases  # noqa: PLC0415 - needs settings

    if "db" in request.fixturenames:
        message = "own_database takes the place of db: a test has one database"
        raise pytest.UsageError(message)
    of = request.getfixturevalue("trained") if "trained" in request.fixturenames else ""
    with django_db_blocker.unblock(), databases.copied(of):
        yield


@pytest.fixture(scope="session")
def trained(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """Make the training nation once for all tests of this process; ``own_database`` copies it."""
    from samsyn.cli.seed.run import seed  # noqa: PLC0415 - needs settings
    from samsyn.shell import clock  # noqa: PLC0415 - needs settings
    from tests import databases  # noqa: PLC0415 - needs settings

    with django_db_blocker.unblock(), databases.furnished(lambda: seed(now=clock.now())) as (name, _):
        yield name
