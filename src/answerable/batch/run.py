"""The three batches, each a walk through stages that are kept: rows, then what is made of them."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from answerable.batch.duplicates.find import found_groups
from answerable.batch.duplicates.sample import stock_of
from answerable.batch.engines import Task
from answerable.batch.indexing import build_index, check_place
from answerable.batch.jobs import AUDIT, WORDS
from answerable.batch.mapping_stage import work
from answerable.batch.orders import Order, Summary
from answerable.batch.parts import Parts, drop, parts_of
from answerable.batch.records import audited, worded
from answerable.batch.tables import AUDIT as AUDIT_COLUMNS
from answerable.batch.tables import DUPLICATES, check_out, shards, write_out
from answerable.precedents.near import ENGINE
from answerable.precedents.progress import Progress


def audit(order: Order, progress: Progress) -> Summary:
    """Audit every letter of the corpus into ``order.out``, a row for every row.

    Raises:
        UnusableInputError: the corpus or the place cannot be used at all.
    """
    check_out(order.out)
    task = Task(AUDIT, seconds=order.seconds)
    with parts_of(order.out, _about(order, "audit"), progress.say) as parts:
        work(order, parts, task, AUDIT_COLUMNS, audited, progress)
        write_out(shards(parts.shards("rows")), AUDIT_COLUMNS, order.out)
        summary = _summary(parts)
        drop(parts)
    return summary


def duplicates(order: Order, progress: Progress) -> Summary:
    """Group the near duplicates of the corpus into ``order.out``, a row for every row.

    Raises:
        UnusableInputError: the corpus or the place cannot be used at all.
    """
    check_out(order.out)
    with parts_of(order.out, _about(order, "duplicates"), progress.say) as parts:
        _words(order, parts, progress)
        tables = found_groups(order.engine, parts, order.threshold, progress)
        write_out(tables, DUPLICATES, order.out)
        summary = _summary(parts)
        drop(parts)
    return summary


def index(order: Order, progress: Progress) -> Summary:
    """Build the index folder ``order.out`` for ``answerable similar``; bad rows are left out.

    Raises:
        UnusableInputError: the corpus or the place cannot be used, or no letter is left.
    """
    check_place(order.out)
    with parts_of(order.out, _about(order, "index"), progress.say) as parts:
        _words(order, parts, progress)
        build_index(parts, order.out, _stock(parts))
        summary = _summary(parts)
        drop(parts)
    return summary


#: The batches by the name of their command.
JOBS: dict[str, Callable[[Order, Progress], Summary]] = {
    "audit": audit,
    "duplicates": duplicates,
    "index": index,
}


def _words(order: Order, parts: Parts, progress: Progress) -> None:
    if not parts.has("stock.json"):
        progress.say("looking for sentences that the whole corpus repeats.")
        parts.note("stock.json", sorted(stock_of(order.corpus)))
    settings = json.dumps({"stock": _stock(parts)})
    schema, record = worded
    work(order, parts, Task(WORDS, settings, order.seconds), schema, record, progress)


def _stock(parts: Parts) -> list[int]:
    noted = parts.noted("stock.json")
    return [int(each) for each in noted] if isinstance(noted, list) else []


def _about(order: Order, batch: str) -> dict[str, object]:
    """What makes two runs the same work; on which engine they run does not matter."""
    return {
        "batch": batch,
        "corpus": order.corpus.fingerprint(),
        "columns": order.corpus.columns.said,
        "encoding": order.corpus.encoding,
        "seconds": order.seconds,
        "shard": order.shard,
        "hashes": ENGINE,
    }


def _summary(parts: Parts) -> Summary:
    rows = failed = 0
    for table in _errors(parts.shards("rows")):
        rows += table.num_rows
        failed += table.num_rows - table.column("error").null_count
    return Summary(rows, failed)


def _errors(paths: list[Path]) -> Iterator[pa.Table]:
    return (pq.read_table(path, columns=["error"], use_threads=False) for path in paths)
