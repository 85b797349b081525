"""Holds an answer against its description: the part of JSON Schema that the description uses."""

from collections.abc import Iterator, Mapping
from typing import Any

KINDS: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
    "object": (dict,),
    "array": (list,),
}
UNDERSTOOD = {
    *("$ref", "anyOf", "type", "properties", "required", "additionalProperties", "items", "enum", "const"),
    *("minimum", "maximum", "minLength", "maxLength", "pattern", "title", "description", "format", "default"),
}


def faults(value: Any, schema: Mapping[str, Any], document: Mapping[str, Any], where: str = "$") -> Iterator[str]:
    """Yield where a value is not what its schema says; what the schema does not name is a fault too."""
    unknown = schema.keys() - UNDERSTOOD
    assert not unknown, f"{where}: the test does not understand {unknown}"
    if "$ref" in schema:
        yield from faults(value, resolved(schema["$ref"], document), document, where)
        return
    if "anyOf" in schema:
        if all(any(faults(value, one, document, where)) for one in schema["anyOf"]):
            yield f"{where}: {value!r} is none of {schema['anyOf']}"
        return
    if "type" in schema and not _is(value, schema["type"]):
        yield f"{where}: {value!r} is no {schema['type']}"
        return
    if value not in schema.get("enum", [value]) or value != schema.get("const", value):
        yield f"{where}: {value!r} is not among the values"
    if isinstance(value, int) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{where}: {value!r} is out of bounds"
    if isinstance(value, dict):
        yield from _of_object(value, schema, document, where)
    if isinstance(value, list) and "items" in schema:
        for place, one in enumerate(value):
            yield from faults(one, schema["items"], document, f"{where}[{place}]")


def resolved(reference: str, document: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a reference inside the document leads to."""
    found: Any = document
    for part in reference.removeprefix("#/").split("/"):
        found = found[part]
    assert isinstance(found, dict)
    return found


def schemas(node: Any) -> Iterator[Mapping[str, Any]]:
    """Yield everything in a document that is a schema with a type or an enumeration."""
    if isinstance(node, dict):
        if isinstance(node.get("type"), str):
            yield node
        for child in node.values():
            yield from schemas(child)
    if isinstance(node, list):
        for child in node:
            yield from schemas(child)


def _is(value: Any, kind: str) -> bool:
    return isinstance(value, KINDS[kind]) and (kind == "boolean" or not isinstance(value, bool))


def _of_object(
    value: Mapping[str, Any], schema: Mapping[str, Any], document: Mapping[str, Any], where: str
) -> Iterator[str]:
    known, others = schema.get("properties", {}), schema.get("additionalProperties", False)
    for name in set(schema.get("required", ())) - value.keys():
        yield f"{where}: {name} is missing"
    for name, one in value.items():
        if name in known:
            yield from faults(one, known[name], document, f"{where}.{name}")
        elif others is False:
            yield f"{where}: {name} is not described"
        elif isinstance(others, dict):
            yield from faults(one, others, document, f"{where}.{name}")
