"""For every check the smallest file in which it fires, and the nearest in which it is silent."""

from collections.abc import Callable

from tests.gate.cases import books, documents, others, pictured

File = tuple[Callable[[], bytes], str]  # how it is made, and its name
CASES: dict[str, tuple[File, File]] = {
    **books.CASES,
    **documents.CASES,
    **others.CASES,
    **pictured.CASES,
}
