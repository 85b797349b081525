"""The interface with its description: every operation tells of every refusal, in the type it is sent in."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.openapi.schema import OpenAPISchema
from ninja.renderers import JSONRenderer

from samsyn.api.problems import MEDIA_TYPE, Problem, told_of

REFUSALS: Mapping[int, str] = {
    401: "No token, or none that is valid.",
    403: "The token's person may not read this kind of thing anywhere.",
    404: "Nothing there, or nothing that the token's person may know of; the two are never told apart.",
    405: "The address can only be read.",
    422: "A parameter is not as it must be.",
    500: "A fault in the program.",
}
TAG = {"ETag": {"description": "A tag over the bytes delivered.", "schema": {"type": "string"}}}
IF_NONE_MATCH = {
    "in": "header",
    "name": "If-None-Match",
    "description": "The tag of what the caller has; the same bytes are not sent again.",
    "schema": {"type": "string"},
    "required": False,
}


class Renderer(JSONRenderer):
    """JSON without escapes and blanks."""

    json_dumps_params: Mapping[str, Any] = {"ensure_ascii": False, "separators": (",", ":")}


class Interface(NinjaAPI):
    """A version of the REST interface under one prefix. ``shapes`` are schemas that no operation returns by itself."""

    def __init__(self, *, prefix: str, shapes: tuple[type[Schema], ...] = (), **options: Any) -> None:  # noqa: ANN401 - the framework's options
        """Keep the prefix and the shapes."""
        super().__init__(docs_url=None, openapi_url=None, renderer=Renderer(), **options)
        self.prefix, self.shapes = prefix, shapes

    def on_exception(self, request: HttpRequest, exc: object) -> HttpResponse:
        """Let every error become a problem."""
        return told_of(request, exc)

    def get_openapi_schema(self, **_options: object) -> OpenAPISchema:
        """Return the description, completed with what all operations have in common."""
        described = super().get_openapi_schema(path_prefix=self.prefix)
        described["components"]["responses"] = {_name(status): _refusal(status) for status in REFUSALS}
        shapes: tuple[type[Schema], ...] = (Problem, *self.shapes)
        for shape in shapes:
            told = shape.model_json_schema(ref_template="#/components/schemas/{model}")
            described["components"]["schemas"] |= {**told.pop("$defs", {}), shape.__name__: told}
        for path in described["paths"].values():
            for operation in path.values():
                _complete(operation)
        return described


def _complete(operation: dict[str, Any]) -> None:
    operation["parameters"] = [*operation["parameters"], IF_NONE_MATCH]
    operation["responses"][200]["headers"] = TAG
    operation["responses"][304] = {"description": "The caller has these bytes.", "headers": TAG}
    for status in REFUSALS:
        operation["responses"][status] = {"$ref": f"#/components/responses/{_name(status)}"}


def _name(status: int) -> str:
    return f"Problem{status}"


def _refusal(status: int) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": REFUSALS[status], "content": {MEDIA_TYPE: {"schema": schema}}}
