"""The first stage of every batch: rows to shards, through an engine, each kept when it is done."""

from collections.abc import Callable, Iterator

import pyarrow as pa

from answerable.batch.corpus import Corpus
from answerable.batch.engines import Task
from answerable.batch.orders import Order
from answerable.batch.parts import Parts
from answerable.batch.row import Row, Shard, Values
from answerable.precedents.progress import Progress

_CHARS = 8_000_000  # characters of a shard, whatever its rows

#: A row and its result (None where the row could not be used) as a row of the table of a shard.
Record = Callable[[Row, Values, str], Values]


def cut(corpus: Corpus, rows: int) -> Iterator[Shard]:
    """The corpus in shards; the same corpus is always cut in the same places."""
    held: list[Row] = []
    chars = number = 0
    for row in corpus.rows():
        held.append(row)
        chars += len(row.text)
        if len(held) == rows or chars >= _CHARS:
            yield Shard(number, tuple(held), corpus.share())
            held, chars, number = [], 0, number + 1
    if held:
        yield Shard(number, tuple(held), 1.0)


def work(
    order: Order, parts: Parts, task: Task, schema: pa.Schema, record: Record, progress: Progress
) -> None:
    """Run ``task`` over the corpus; shards "rows-…" hold a record for every row, in order."""
    if parts.has("rows.done"):
        return
    for shard, results in order.engine.run(task, _unfinished(order, parts, progress)):
        coming = iter(results)
        records = []
        for row in shard.rows:
            result = {} if row.problem else next(coming)
            error = row.problem or str(result.get("failed") or result.get("error") or "")
            if error:
                progress.bad_row(row.place, error)
            records.append(record(row, {} if error else result, error))
        parts.write(_name(shard), pa.Table.from_pylist(records, schema))
        progress.advance(len(shard.rows), shard.share)
    parts.note("rows.done", True)


def _unfinished(order: Order, parts: Parts, progress: Progress) -> Iterator[Shard]:
    """The shards that no earlier run has kept; what was kept is said once."""
    kept, share, fresh = 0, 0.0, True
    for shard in cut(order.corpus, order.shard):
        if parts.has(_name(shard)):
            kept, share = kept + len(shard.rows), shard.share
            continue
        if fresh:
            fresh = False
            progress.begin("letters", kept, share)
            if kept:
                progress.say(f"{kept:,} letters were done by an earlier run; the rest goes on.")
        yield shard


def _name(shard: Shard) -> str:
    return f"rows-{shard.number:07}.parquet"
