"""Jinja2 as the pages use it: translation, static files with hashed names, addresses by name."""

from collections.abc import Mapping
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2 import Environment, StrictUndefined
from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]  # ships no types


class StaticStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # its base has no types
    """Hashed names, so that a browser may keep a file for ever; a missing file is an error."""

    manifest_strict = True


def environment(**options: Any) -> Environment:  # noqa: ANN401 - Django passes Jinja2's own options
    """Return the environment; an unknown variable is an error, never an empty string."""
    env = Environment(  # noqa: S701 - Django's backend sets autoescape
        **{**options, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True},
        extensions=["jinja2.ext.i18n"],
    )
    env.install_gettext_callables(translation.gettext, translation.ngettext, newstyle=True)  # type: ignore[attr-defined] # the extension adds it
    env.globals.update({"static": static, "url": _url})
    return env


def _url(name: str, *args: object, query: Mapping[str, object] | None = None, **kwargs: object) -> str:
    return reverse(name, args=args or None, kwargs=kwargs or None, query=query or None)
