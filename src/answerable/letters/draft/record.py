"""Decision records in YAML: read with line numbers, refused with one plain sentence.

The shape is that of the dataclasses in ``model.decision``; ``schema`` publishes it as JSON Schema.
"""

import difflib
import types
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from functools import cache, partial
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import yaml

from answerable import law
from answerable.law.cites import parse_one
from answerable.letters.draft.as_yaml import MOST_REPEATED, compose, day
from answerable.letters.draft.gaps import blank, may_lack
from answerable.letters.draft.order import Problem, check_order
from answerable.model import Cite, RefusedInputError, Regime, UnusableInputError
from answerable.model import decision as shapes

#: The name of each kind of decision in a record.
DECISIONS: dict[str, type] = {
    "supplied": shapes.Supplied,
    "withheld": shapes.Withheld,
    "neither_confirm_nor_deny": shapes.NeitherConfirmNorDeny,
    "not_held": shapes.NotHeld,
    "cost_limit": shapes.CostLimit,
    "vexatious": shapes.Vexatious,
    "repeated": shapes.Repeated,
    "transfer": shapes.Transfer,
    "publication": shapes.Publication,
    "accessible": shapes.Accessible,
    "future_publication": shapes.FuturePublication,
    "clarification": shapes.Clarification,
    "fees_notice": shapes.FeesNotice,
    "more_time": shapes.MoreTime,
    "review_outcome": shapes.ReviewOutcome,
}


#: The decisions of which each kind of notice has one or more; others may stand beside them.
OF_KIND: dict[str, tuple[type, ...]] = {
    "foia_full_disclosure": (shapes.Supplied,),
    "foia_not_held": (shapes.NotHeld, shapes.Transfer),
    "foia_refusal": (shapes.Withheld,),
    "foia_partial": (shapes.Withheld,),
    "foia_ncnd": (shapes.NeitherConfirmNorDeny,),
    "foia_s12": (shapes.CostLimit,),
    "foia_s14": (shapes.Vexatious, shapes.Repeated),
    "foia_s21": (shapes.Accessible,),
    "foia_s22": (shapes.FuturePublication,),
    "foia_fees_notice": (shapes.FeesNotice,),
    "foia_s10_3_extension": (shapes.MoreTime,),
    "foia_clarification": (shapes.Clarification,),
    "foia_internal_review": (shapes.ReviewOutcome,),
    "eir_response": (shapes.Supplied,),
    "eir_refusal": (shapes.Withheld, shapes.NotHeld),
    "eir_ncnd": (shapes.NeitherConfirmNorDeny,),
    "eir_extension": (shapes.MoreTime,),
    "eir_internal_review": (shapes.ReviewOutcome,),
    "foisa_refusal": (shapes.Withheld, shapes.Accessible, shapes.FuturePublication),
    "foisa_not_held": (shapes.NotHeld, shapes.Transfer),
    "foisa_ncnd": (shapes.NeitherConfirmNorDeny,),
    "foisa_s12_s14": (shapes.CostLimit, shapes.Vexatious, shapes.Repeated),
    "foisa_review": (shapes.ReviewOutcome,),
    "foisa_fees": (shapes.FeesNotice,),
    "eisr_refusal": (shapes.Withheld, shapes.NotHeld),
    "publication_reuse": (shapes.Publication,),
}


class _Reader:
    """Turns YAML nodes into records, knowing the file and the regime."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.regime: Regime | None = None
        self.path: list[str | int] = []
        self.lines: dict[tuple[str | int, ...], int] = {}
        self.read = 0  # characters, those that “*name” repeats among them

    def fail(self, node: yaml.Node, words: str) -> UnusableInputError:
        """One sentence with the file and the line."""
        return UnusableInputError(f"“{self.where}”, line {node.start_mark.line + 1}: {words}.")

    def refused(self, problem: Problem) -> UnusableInputError:
        """One sentence with the file and the line of the field that a problem is about."""
        path = problem.path
        while path and path not in self.lines:
            path = path[:-1]
        line = self.lines.get(path, 1)
        return UnusableInputError(f"“{self.where}”, line {line}: {problem.words}.")

    def at(self, step: str | int, node: yaml.Node, read: Callable[[], Any]) -> Any:
        """What ``read`` gives, with the line of the place that it is read from kept."""
        self.path.append(step)
        self.lines[tuple(self.path)] = node.start_mark.line + 1
        value = read()
        self.path.pop()
        return value

    def record(self, node: yaml.Node, shape: type, name: str, skip: tuple[str, ...] = ()) -> Any:
        """A mapping as the dataclass ``shape``."""
        if not isinstance(node, yaml.MappingNode):
            shown = f" is “{node.value}” and" if isinstance(node, yaml.ScalarNode) else ""
            raise self.fail(node, f"{name}{shown} needs named fields: {_names(shape)}")
        hints = _hints(shape)
        known = {field.name: field for field in fields(shape)}
        values: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise self.fail(key, f"{name} needs names of fields before the colons")
            if key.value in skip:
                continue
            if key.value not in known:
                raise self.fail(key, _unknown(key.value, name, known))
            if key.value in values:
                raise self.fail(key, f"{name} has the field “{key.value}” twice")
            values[key.value] = self.at(
                key.value,
                key,
                partial(self.value, value, hints[key.value], key.value, _may_be_blank(shape, key)),
            )
        for field in known.values():
            if field.name not in values and not _has_default(field):
                if not may_lack(shape, field.name):
                    raise self.fail(
                        node, f"{name} lacks “{field.name}”; its fields are {_names(shape)}"
                    )
                values[field.name] = blank(shape, field.name, self.regime)
        return shape(**values)

    def value(self, node: yaml.Node, hint: Any, name: str, blank_: Any = None) -> Any:
        """A node as what the field's type asks for; ``blank_`` for a field that is left empty."""
        if blank_ is not None and isinstance(node, yaml.ScalarNode) and node.tag.endswith(":null"):
            return blank_(self.regime)
        self._count(node)
        origin, args = get_origin(hint), get_args(hint)
        if hint == shapes.Decision:
            return self.decision(node)
        if origin in (Union, types.UnionType):
            if (
                type(None) in args
                and isinstance(node, yaml.ScalarNode)
                and node.tag.endswith(":null")
            ):
                return None
            return self.value(node, next(arg for arg in args if arg is not type(None)), name)
        if origin is tuple:
            return self.rows(node, args[0], name)
        if is_dataclass(hint) and isinstance(hint, type) and hint is not Cite:
            return self.record(node, hint, name)
        if not isinstance(node, yaml.ScalarNode):
            shape = "a list" if isinstance(node, yaml.SequenceNode) else "named fields"
            raise self.fail(node, f"“{name}” should be {_wanted(hint)}, not {shape}")
        return self.scalar(node, hint, name)

    def _count(self, node: yaml.Node) -> None:
        """Refuse a record that says a few things over and over by “*name”."""
        self.read += 1 + (len(node.value) if isinstance(node, yaml.ScalarNode) else 0)
        if self.read > MOST_REPEATED:
            raise RefusedInputError(
                f"“{self.where}”, line {node.start_mark.line + 1}: what is repeated by “*name” "
                f"makes more than {MOST_REPEATED:,} characters, too many for a decision record."
            )

    def rows(self, node: yaml.Node, hint: Any, name: str) -> tuple[Any, ...]:
        """A list; a single text or provision may stand for a list of one."""
        if not isinstance(node, yaml.SequenceNode):
            if hint not in (str, Cite) and get_origin(hint) is not tuple:
                shape = hint if is_dataclass(hint) else None
                shown = f"is “{node.value}”" if isinstance(node, yaml.ScalarNode) else "is one item"
                inside = f", each with {_names(shape)}" if isinstance(shape, type) else ""
                inside = inside or ", each with “decision” and its fields"
                raise self.fail(
                    node,
                    f"“{name}” {shown}; it should be a list (a hyphen before each item{inside})",
                )
            return (self.at(0, node, partial(self.value, node, hint, name)),)
        return tuple(
            self.at(place, row, partial(self.value, row, hint, name))
            for place, row in enumerate(node.value)
        )

    def scalar(self, node: yaml.ScalarNode, hint: Any, name: str) -> Any:
        """A single value."""
        text = "" if node.tag.endswith(":null") else str(node.value).strip()
        if any(character < " " and character not in "\n\t" for character in text):
            raise self.fail(node, f"“{name}” has a control character in it; take it out")
        if get_origin(hint) is Literal:
            allowed = get_args(hint)
            if text not in allowed:
                raise self.fail(node, f"“{name}” is “{text}”; allowed are {', '.join(allowed)}")
            return text
        if hint is bool:
            if text.lower() not in ("true", "false", "yes", "no"):
                raise self.fail(node, f"“{name}” is “{text}”; allowed are true and false")
            return text.lower() in ("true", "yes")
        if hint is float:
            try:
                number = float(text)
                if not 0 <= number < 1_000_000:
                    raise ValueError
                return number
            except ValueError:
                raise self.fail(
                    node, f"“{name}” is “{text}”, not a number; write it as 40 or 12.5"
                ) from None
        if hint is date:
            found, wrong = day(text, name)
            if found is None:
                raise self.fail(node, wrong)
            return found
        if hint is Regime:
            try:
                return Regime(text.upper())
            except ValueError:
                names = ", ".join(Regime)
                raise self.fail(node, f"“{name}” is “{text}”; allowed are {names}") from None
        return self.cite(node, text, name) if hint is Cite else text

    def cite(self, node: yaml.Node, text: str, name: str) -> Cite:
        """A provision that the law has."""
        try:
            cite = parse_one(text, self.regime)
        except ValueError:
            raise self.fail(
                node, f"“{name}” is “{text}”, not a provision; write it as s31(1)(a)"
            ) from None
        if not law.exists(cite):
            section = f"{'reg ' if cite.regime.environmental else 's'}{cite.number}"
            raise self.fail(
                node,
                f"“{name}” is “{text}”, and the law has no such provision; “answerable law "
                f"{section}” shows those there are",
            )
        if self.regime is not None and not _under(cite.regime, self.regime):
            raise self.fail(
                node,
                f"“{name}” is “{text}”, a provision of {cite.regime}; the record's regime is "
                f"{self.regime}, and a notice rests on one law",
            )
        return cite

    def decision(self, node: yaml.Node) -> Any:
        """A decision by its ``decision`` field."""
        if not isinstance(node, yaml.MappingNode):
            raise self.fail(
                node,
                "a decision needs named fields, “decision” first; allowed are "
                f"{', '.join(DECISIONS)}",
            )
        name = next((v for k, v in node.value if k.value == "decision"), None)
        if name is None:
            raise self.fail(
                node, f"a decision lacks “decision”; allowed are {', '.join(DECISIONS)}"
            )
        if not isinstance(name, yaml.ScalarNode):
            raise self.fail(
                name, f"“decision” should be a single word; allowed are {', '.join(DECISIONS)}"
            )
        shape = DECISIONS.get(str(name.value))
        if shape is None:
            near = difflib.get_close_matches(str(name.value), DECISIONS, n=1)
            hint = f"did you mean “{near[0]}”; " if near else ""
            raise self.fail(
                name, f"“decision” is “{name.value}”; {hint}allowed are {', '.join(DECISIONS)}"
            )
        return self.record(node, shape, str(name.value), skip=("decision",))


def _under(named: Regime, regime: Regime) -> bool:
    """Whether a notice under ``regime`` may rest on a provision of ``named``.

    The table of notices has no kind of its own for neither confirming nor denying under the
    Scottish Regulations, so those are written as the other Regulations' are.
    """
    return named is regime or (named.environmental and regime.environmental)


@cache
def _hints(shape: type) -> dict[str, Any]:
    return get_type_hints(shape)


def _unknown(found: str, name: str, known: dict[str, Field[Any]]) -> str:
    near = difflib.get_close_matches(found, known, n=1)
    hint = f"did you mean “{near[0]}”; " if near else ""
    return f"{name} has no field “{found}”; {hint}allowed are {', '.join(known)}"


def _names(shape: type) -> str:
    """The fields of one part of a record, those that may be left out in brackets."""
    return ", ".join(
        f"({field.name})" if _has_default(field) else field.name for field in fields(shape)
    )


def _wanted(hint: Any) -> str:
    """What a single value should be, in words."""
    if get_origin(hint) is Literal:
        return f"one of {', '.join(get_args(hint))}"
    return {
        str: "a text", bool: "true or false", float: "a number", Cite: "a provision, as in s31(1)(a)",
        date: "a date, as in 2026-12-10", Regime: f"one of {', '.join(Regime)}",
    }.get(hint, "a single value")  # fmt: skip


def _may_be_blank(shape: type, key: yaml.ScalarNode) -> Any:
    return partial(blank, shape, key.value) if may_lack(shape, key.value) else None


def _has_default(field: Field[Any]) -> bool:
    return field.default is not MISSING or field.default_factory is not MISSING


def read_record(text: str, where: str) -> shapes.NoticeRecord:
    """The record in ``text`` (YAML); ``where`` names it in sentences.

    Raises:
        UnusableInputError: not YAML, an unknown or missing field, a wrong date, a provision that
            does not exist, a question that is not asked: the file, the line, what is allowed.
    """
    node = compose(text, where)
    reader = _Reader(where)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == "regime" and isinstance(value, yaml.ScalarNode):
                reader.regime = reader.scalar(value, Regime, "regime")
    record: shapes.NoticeRecord = reader.record(node, shapes.NoticeRecord, "the record")
    for wrong in (*_kind(record), *_tables(record), *check_order(record), *_about(record)):
        raise reader.refused(wrong)
    return record


def _kind(record: shapes.NoticeRecord) -> Iterator[Problem]:
    """The kind is one that there is, of the record's law, with a decision of its own."""
    if record.kind not in OF_KIND:
        near = difflib.get_close_matches(record.kind, OF_KIND, n=1)
        hint = f"did you mean “{near[0]}”; " if near else ""
        yield Problem(
            ("kind",), f"There is no notice “{record.kind}”; {hint}there are {', '.join(OF_KIND)}"
        )
        return
    notice = law.notice(record.kind)
    if notice.regime not in (record.regime.value, "any"):
        kinds = ", ".join(k for k in OF_KIND if law.notice(k).regime == record.regime.value)
        yield Problem(
            ("kind",),
            f"“{record.kind}” is a notice under {notice.regime}, and the record's regime is "
            f"{record.regime.value}; its kinds are {kinds or 'those of the law beside it'}",
        )
    wanted = OF_KIND[record.kind]
    if record.decisions and not any(isinstance(d, wanted) for d in record.decisions):
        names = " or ".join(name for name, shape in DECISIONS.items() if shape in wanted)
        yield Problem(
            ("decisions",),
            f"a notice of the kind “{record.kind}” needs a decision {names}, and there is none",
        )


def _about(record: shapes.NoticeRecord) -> Iterator[Problem]:
    """There are decisions, and each is about questions that are asked."""
    asked = {question.number for question in record.questions}
    for place, decision in enumerate(record.decisions):
        for number in decision.questions:
            if number not in asked:
                yield Problem(
                    ("decisions", place, "questions"),
                    f"a decision is about question {number}, and the questions are "
                    f"{', '.join(sorted(asked)) or 'none'}",
                )
    if not record.decisions:
        yield Problem(
            ("decisions",),
            "there are no decisions to write a notice from; allowed are " + ", ".join(DECISIONS),
        )


def _tables(record: shapes.NoticeRecord) -> Iterator[Problem]:
    for place, decision in enumerate(record.decisions):
        table = decision.table if isinstance(decision, shapes.Supplied) else ()
        for number, row in enumerate(table):
            if len(row) != len(table[0]):
                yield Problem(
                    ("decisions", place, "table", number),
                    f"every row of “table” should have {len(table[0])} cells, as the first has",
                )


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a decision record."""
    definitions: dict[str, Any] = {}
    root = _object(shapes.NoticeRecord, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Decision record",
        **root,
        "$defs": definitions,
    }


def _object(shape: type, definitions: dict[str, Any], kind: str = "") -> dict[str, Any]:
    hints = get_type_hints(shape)
    properties = {field.name: _type(hints[field.name], definitions) for field in fields(shape)}
    required = [field.name for field in fields(shape) if not _has_default(field)]
    if kind:
        properties = {"decision": {"const": kind}, **properties}
        required = ["decision", *required]
    return {
        "type": "object",
        "description": " ".join((shape.__doc__ or "").split()),
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _type(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, args = get_origin(hint), get_args(hint)
    if hint == shapes.Decision:
        for name, shape in DECISIONS.items():
            if name not in definitions:
                definitions[name] = {}
                definitions[name] = _object(shape, definitions, name)
        return {"oneOf": [{"$ref": f"#/$defs/{name}"} for name in DECISIONS]}
    if origin in (Union, types.UnionType):
        inner = next(arg for arg in args if arg is not type(None))
        return {"anyOf": [_type(inner, definitions), {"type": "null"}]}
    if origin is tuple:
        return {"type": "array", "items": _type(args[0], definitions)}
    if origin is Literal:
        return {"enum": list(args)}
    if hint is Regime:
        return {"enum": [regime.value for regime in Regime]}
    if hint is Cite:
        return {"type": "string", "description": "a provision: s31(1)(a), reg 12(5)(e)"}
    if is_dataclass(hint) and isinstance(hint, type):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}
            definitions[hint.__name__] = _object(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    simple = {bool: "boolean", float: "number"}
    if hint is date:
        return {"type": "string", "format": "date"}
    return {"type": simple.get(hint, "string")}
