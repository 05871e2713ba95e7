"""What hangs on one row, of many kinds, in one question to the database.

``prefetch_related`` asks once for each kind of row, which is ten questions for a page about one case.
``read_at_once`` takes the same descriptions, has every row told as one JSON object, and joins them all
with UNION ALL. The result is the same as that of ``prefetch_related_objects``.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import Any, TypeAlias

from django.db import connection
from django.db.models import (
    CharField,
    DateTimeField,
    Field,
    ForeignKey,
    JSONField,
    Model,
    Prefetch,
    QuerySet,
    Value,
)
from django.db.models.functions import JSONObject

Lookup: TypeAlias = "Prefetch[Any] | str"
_KEY, _ROW = "at_once_key", "at_once_row"


@dataclass(slots=True)
class _Part:
    """One kind of row: where it comes from, how it hangs on its parent, and what it held."""

    rows_of: QuerySet[Any]
    order: Sequence[str]
    back: str  # the foreign key of the row that points to its parent; empty of a row pointed to
    kept: str  # the name under which the parent keeps its rows; or its foreign key to this one
    single: bool = False
    listed: bool = False  # kept as a plain list, under a name of its own
    below: list["_Part"] = field(default_factory=list)
    rows: list[Any] = field(default_factory=list)


def read_at_once(parents: Model | Sequence[Model], wanted: Sequence[Lookup]) -> None:
    """Read what hangs on one row or several, as ``prefetch_related_objects`` would.

    Each lookup is a relation that points to a parent, by name or as a ``Prefetch`` with filters, one
    order by fields that are read, ``select_related`` and lookups of the same kind below it. Rows cut off by a
    slice cannot be read this way. What the first parent has already is not read again.
    """
    owners = [parents] if isinstance(parents, Model) else list(parents)
    tops = [_hanging(owners, each) for each in wanted if owners and not _has(owners[0], each)]
    parts = [part for top in tops for part in _every(top)]
    if not parts:
        return
    for part, rows in zip(parts, rows_at_once([each.rows_of for each in parts]), strict=True):
        part.rows = rows
    for top in tops:
        _hang(owners, top)


def rows_at_once(wanted: Sequence[QuerySet[Any]]) -> list[list[Any]]:
    """The rows of each of ``wanted``, in no order and with nothing else read, by one question."""
    found: list[list[Any]] = [[] for _ in wanted]
    told = [
        _told(number, rows)
        for number, rows in enumerate(wanted)
        if not rows.query.is_empty()  # "none", of what a person may not see
    ]
    if not told:
        return found
    for key, row in told[0].union(*told[1:], all=True) if told[1:] else told[0]:
        found[int(key)].append(_instance(wanted[int(key)].model, row))
    return found


def _has(parent: Model, lookup: Lookup) -> bool:
    to_attr = None if isinstance(lookup, str) else lookup.to_attr
    if to_attr:
        return to_attr in parent.__dict__
    relation = _relation(type(parent), _name(lookup))
    known = getattr(parent, "_prefetched_objects_cache", {})
    return relation.is_cached(parent) if relation.one_to_one else _name(lookup) in known


def _name(lookup: Lookup) -> str:
    return lookup if isinstance(lookup, str) else str(lookup.prefetch_through)


def _hanging(parents: Sequence[Model] | QuerySet[Any], lookup: Lookup) -> _Part:
    """The part for rows that point to ``parents``, with the parts that they bring."""
    model = parents.model if isinstance(parents, QuerySet) else type(parents[0])
    relation = _relation(model, _name(lookup))
    given = None if isinstance(lookup, str) else lookup.queryset
    rows: Any = relation.related_model._default_manager.all() if given is None else given
    back = relation.field.name
    among = _bare(parents).values("pk") if isinstance(parents, QuerySet) else parents
    rows = rows.filter(**{f"{back}__in": among})
    to_attr = None if isinstance(lookup, str) else lookup.to_attr
    part = _Part(
        rows,
        [str(name) for name in rows.query.order_by or relation.related_model._meta.ordering],
        back,
        to_attr or _name(lookup),
        single=relation.one_to_one,
        listed=to_attr is not None,
    )
    part.below = [
        *(_hanging(rows, each) for each in rows._prefetch_related_lookups),
        *_pointed_to(rows, rows.query.select_related),
    ]
    return part


def _relation(model: type[Model], accessor: str) -> Any:
    for relation in model._meta.related_objects:
        if relation.get_accessor_name() == accessor:
            return relation
    raise ValueError(f"{model.__name__} has no rows called {accessor}")


def _pointed_to(rows: QuerySet[Any], names: Any) -> Iterator[_Part]:
    """The parts for rows that ``rows`` point to, as ``select_related`` names them."""
    for name, more in (names or {}).items():
        key: Any = rows.model._meta.get_field(name)
        if key.one_to_one and key.auto_created:
            yield _hanging(rows, key.get_accessor_name())
            continue
        others = key.related_model._base_manager.filter(
            pk__in=_bare(rows).filter(**{f"{name}__isnull": False}).values(key.attname)
        )
        part = _Part(others, (), "", name)
        part.below = list(_pointed_to(others, more))
        yield part


def _every(part: _Part) -> Iterator[_Part]:
    yield part
    for below in part.below:
        yield from _every(below)


def _bare(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.select_related(None).prefetch_related(None).order_by()


def _told(number: int, rows: QuerySet[Any]) -> Any:
    columns = {each.attname: each.attname for each in rows.model._meta.concrete_fields}
    return (
        _bare(rows)
        .annotate(**{_KEY: Value(str(number), CharField()), _ROW: JSONObject(**columns)})
        .values_list(_KEY, _ROW)
    )


def _instance(model: type[Model], row: Any) -> Any:
    held = json.loads(row) if isinstance(row, str) else row
    fields = model._meta.concrete_fields
    values = [_value(each, held[each.attname]) for each in fields]
    return model.from_db(connection.alias, [each.attname for each in fields], values)


def _value(column: "Field[Any, Any]", told: Any) -> Any:
    """A value as the database's own reading would give it."""
    if told is None:
        return None
    if isinstance(column, JSONField):
        # SQLite tells JSON within JSON as a string, PostgreSQL as itself.
        return json.loads(told) if connection.vendor == "sqlite" else told
    if isinstance(column, DateTimeField):
        at = datetime.fromisoformat(told)
        return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    if isinstance(column, ForeignKey):
        return _value(column.target_field, told)
    return column.to_python(told)


def _sorted_by(row: Any, path: Sequence[str]) -> tuple[bool, Any]:
    for name in path:
        row = getattr(row, name)
    return (row is not None, row)


def _hang(parents: Sequence[Any], part: _Part) -> None:
    """Give ``parents`` their rows, and those rows what hangs on them."""
    for below in part.below:
        _hang(part.rows, below)
    for name in reversed(part.order):
        by = partial(_sorted_by, path=name.lstrip("-").split("__"))
        part.rows.sort(key=by, reverse=name.startswith("-"))
    if not part.back:
        by_key = {row.pk: row for row in part.rows}
        for parent in parents:
            key = parent._meta.get_field(part.kept)
            at = getattr(parent, key.attname)
            key.set_cached_value(parent, by_key.get(at))
        return
    back: Any = part.rows_of.model._meta.get_field(part.back)
    by_parent: dict[Any, list[Any]] = {parent.pk: [] for parent in parents}
    owners = {parent.pk: parent for parent in parents}
    for row in part.rows:
        at = getattr(row, back.attname)
        back.set_cached_value(row, owners[at])
        by_parent[at].append(row)
    for parent in parents:
        _keep(parent, part, back, by_parent[parent.pk])


def _keep(parent: Any, part: _Part, back: Any, rows: list[Any]) -> None:
    if part.listed:
        setattr(parent, part.kept, rows)
    elif part.single:
        back.remote_field.set_cached_value(parent, rows[0] if rows else None)
    else:
        shown = getattr(parent, part.kept).get_queryset()
        shown._result_cache, shown._prefetch_done = rows, True
        if not hasattr(parent, "_prefetched_objects_cache"):
            parent._prefetched_objects_cache = {}
        parent._prefetched_objects_cache[part.kept] = shown
