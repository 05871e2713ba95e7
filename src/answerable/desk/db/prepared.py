"""Questions whose SQL is made once a process: Django takes longer to write it than to ask it."""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.db.models import QuerySet


class Prepared:
    """A queryset of tuples with some values left open, asked again and again.

    ``make`` gives the queryset (``values_list``) for the open values, each a text that is compared
    as it stands. It goes through the same gates of visibility as any other.
    """

    def __init__(self, make: Callable[..., QuerySet[Any, Any]], open_values: int) -> None:
        self._make = make
        self._marks = [f"\x01open {n}\x01" for n in range(open_values)]
        self._by_vendor: dict[str, tuple[str, list[Any], list[tuple[int, list[Any], Any]]]] = {}

    def rows(self, *values: str) -> list[tuple[Any, ...]]:
        """The tuples for these values.

        Raises:
            ValueError: more or fewer values than were left open.
        """
        sql, params, converters = self._prepared()
        filled = dict(zip(self._marks, values, strict=True))
        with connection.cursor() as cursor:
            cursor.execute(sql, [filled.get(p, p) if isinstance(p, str) else p for p in params])
            found = cursor.fetchall()
        return [_converted(row, converters) for row in found] if converters else found

    def _prepared(self) -> tuple[str, list[Any], list[tuple[int, list[Any], Any]]]:
        known = self._by_vendor.get(connection.vendor)
        if known is None:
            compiler = self._make(*self._marks).query.get_compiler(connection=connection)
            sql, params = compiler.as_sql()
            if not set(self._marks) <= {p for p in params if isinstance(p, str)}:
                raise ValueError("a value that was left open is not in the question")
            columns = compiler.get_converters(column[0] for column in compiler.select)
            known = (sql, list(params), [(n, *each) for n, each in columns.items()])
            self._by_vendor[connection.vendor] = known
        return known


def _converted(
    row: tuple[Any, ...], converters: list[tuple[int, list[Any], Any]]
) -> tuple[Any, ...]:
    values = list(row)
    for place, each, expression in converters:
        for convert in each:
            values[place] = convert(values[place], expression, connection)
    return tuple(values)
