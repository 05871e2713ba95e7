"""For every check the smallest file in which it fires, and the nearest in which it is silent."""

from collections.abc import Callable

from tests.gate.cases import beside, books, documents, others, out_of_sight, pictured

File = tuple[Callable[[], bytes], str]  # how it is made, and its name
CASES: dict[str, tuple[File, File]] = {
    **beside.CASES,
    **books.CASES,
    **documents.CASES,
    **others.CASES,
    **out_of_sight.CASES,
    **pictured.CASES,
}
