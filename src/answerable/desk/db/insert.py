"""Keeping a new row by a statement that is written once a model: a fifth of the time of ``save``."""

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any

from django.db import connection
from django.db.models import CharField, Field, ForeignKey, Model, TextField

#: Fields whose values the database takes as Python has them, if the row was made by our own code.
_AS_IT_STANDS = (CharField, TextField, ForeignKey)


def insert(row: Model, *, unless_there: bool = False) -> bool:
    """Keep a row that is not kept yet; its key is set on it. No signals are sent.

    Args:
        row: the new row.
        unless_there: do nothing where a row with the same unique value is there already.

    Returns:
        Whether it was kept.
    """
    sql, values = _statement(type(row), connection.vendor, unless_there)
    with connection.cursor() as cursor:
        cursor.execute(sql, [value(row) for value in values])
        made = cursor.fetchall()  # to the end, or SQLite would hold the statement open
    if not made:
        return False
    row.pk, row._state.adding, row._state.db = made[0][0], False, connection.alias
    return True


@cache
def _statement(
    model: type[Model], _vendor: str, unless_there: bool
) -> tuple[str, list[Callable[[Model], Any]]]:
    quote, meta = connection.ops.quote_name, model._meta
    fields = [field for field in meta.concrete_fields if not field.primary_key]
    names = ", ".join(quote(field.column) for field in fields)
    values = ", ".join(["%s"] * len(fields))
    otherwise = " ON CONFLICT DO NOTHING" if unless_there else ""
    key = quote(meta.pk.column)
    return (
        f"INSERT INTO {quote(meta.db_table)} ({names}) VALUES ({values}){otherwise} RETURNING {key}",  # noqa: S608 - names of our own models
        [_value_of(field) for field in fields],
    )


def _value_of(field: "Field[Any, Any]") -> Callable[[Model], Any]:
    """How the value of a field is taken from a row; most are kept as they stand."""
    if isinstance(field, _AS_IT_STANDS) and type(field).pre_save is Field.pre_save:
        return attrgetter(field.attname)
    return lambda row: field.get_db_prep_save(field.pre_save(row, True), connection)
