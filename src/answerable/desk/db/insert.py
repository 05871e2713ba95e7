"""Keeping a new row by a statement that is written once a model: a fifth of the time of ``save``."""

from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Field, Model


def insert(row: Model, *, unless_there: bool = False) -> bool:
    """Keep a row that is not kept yet; its key is set on it. No signals are sent.

    Args:
        row: the new row.
        unless_there: do nothing where a row with the same unique value is there already.

    Returns:
        Whether it was kept.
    """
    sql, fields = _statement(type(row), connection.vendor, unless_there)
    values = [field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        made = cursor.fetchall()  # to the end, or SQLite would hold the statement open
    if not made:
        return False
    row.pk, row._state.adding, row._state.db = made[0][0], False, connection.alias
    return True


@cache
def _statement(
    model: type[Model], _vendor: str, unless_there: bool
) -> tuple[str, tuple["Field[Any, Any]", ...]]:
    quote, meta = connection.ops.quote_name, model._meta
    fields = tuple(field for field in meta.concrete_fields if not field.primary_key)
    names = ", ".join(quote(field.column) for field in fields)
    values = ", ".join(["%s"] * len(fields))
    otherwise = " ON CONFLICT DO NOTHING" if unless_there else ""
    key = quote(meta.pk.column)
    return (
        f"INSERT INTO {quote(meta.db_table)} ({names}) VALUES ({values}){otherwise} RETURNING {key}",  # noqa: S608 - names of our own models
        fields,
    )
