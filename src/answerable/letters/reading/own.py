"""The authority's own words alone, lower case, one sentence a line, in their own places."""

from answerable.letters.text import sentence_spans
from answerable.model import Block, BlockKind, Span, Voice


def own_words(flow: str, low: str, blocks: list[Block]) -> tuple[str, tuple[Span, ...]]:
    """``own`` as ``Letter`` has it, and every sentence of every voice.

    All that is not the authority's is blanked with newlines; a newline stands after each
    sentence and block, so that a pattern with ``.`` stays within one sentence.
    """
    pieces: list[str] = []
    sentences: list[Span] = []
    position = 0
    table, authority = BlockKind.TABLE, Voice.AUTHORITY  # a member takes long to name
    for block in blocks:
        start, end = block.span
        pieces.append("\n" * (start - position))
        found = [Span(start, end)] if block.kind is table else sentence_spans(flow, start, end)
        sentences += found
        if block.voice is authority:
            at = start
            for span in found:
                pieces.append("\n" * (span.start - at))
                pieces.append(low[span.start : span.end])
                at = span.end
            pieces.append("\n" * (end - at))
        else:
            pieces.append("\n" * (end - start))
        position = end
    pieces.append("\n" * (len(flow) - position))
    return "".join(pieces), tuple(sentences)
