"""The API's description as a page shows it: operations with their fields. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter, or a field of what is sent."""

    name: str
    kind: str
    needed: bool
    words: str


@dataclass(frozen=True, slots=True)
class Operation:
    """A method and an address, what it does, what it takes, what it answers."""

    method: str
    path: str
    words: str
    takes: tuple[Field, ...]
    answers: tuple[tuple[str, str], ...]  # status, name of the schema


def operations(schema: Mapping[str, Any]) -> list[Operation]:
    """Every operation of an OpenAPI description, in its order."""
    return [
        Operation(
            method=method.upper(),
            path=path,
            words=each.get("description", ""),
            takes=(*_parameters(each), *_body(each, schema)),
            answers=tuple(
                (str(status), _answer(response)) for status, response in each["responses"].items()
            ),
        )
        for path, methods in schema["paths"].items()
        for method, each in methods.items()
    ]


def _parameters(operation: Mapping[str, Any]) -> Iterator[Field]:
    for each in operation.get("parameters", ()):
        words = each["schema"].get("description", "")
        yield Field(each["name"], _kind(each["schema"]), each.get("required", False), words)


def _body(operation: Mapping[str, Any], schema: Mapping[str, Any]) -> Iterator[Field]:
    content = operation.get("requestBody", {}).get("content", {}).get("application/json")
    if not content:
        return
    model = schema["components"]["schemas"][_name(content["schema"])]
    needed = model.get("required", ())
    for name, each in model["properties"].items():
        yield Field(name, _kind(each), name in needed, each.get("description", ""))


def _kind(schema: Mapping[str, Any]) -> str:
    if "enum" in schema:
        return "one of " + ", ".join(map(str, schema["enum"]))
    if "anyOf" in schema:
        return " or ".join(_kind(each) for each in schema["anyOf"] if each.get("type") != "null")
    return str(schema.get("format") or schema.get("type") or _name(schema) or "anything")


def _name(schema: Mapping[str, Any]) -> str:
    return str(schema.get("$ref", "")).rsplit("/", 1)[-1]


def _answer(response: Mapping[str, Any]) -> str:
    for media_type, content in response.get("content", {}).items():
        shape = content["schema"]
        name = _name(shape) or f"a list of {_name(shape.get('items', {}))}"
        return f"{name} ({media_type})"
    return ""
