"""Plain text: UTF-8 and nothing else, so that no word is ever guessed."""

from answerable.letters.files.problems import CannotReadError


def decode(data: bytes) -> str:
    r"""UTF-8 bytes, with or without a byte order mark, to text with ``\\n`` line ends.

    Raises:
        CannotReadError: the bytes are not UTF-8 text.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise CannotReadError("is UTF-16 text; save it as UTF-8 and try again")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        byte = data[problem.start]
        raise CannotReadError(
            f"is not UTF-8 text (byte {byte:#04x} at position {problem.start:,}); "
            "save it as UTF-8 and try again"
        ) from None
    if "\x00" in text:
        raise CannotReadError("is not text (it holds zero bytes); give the letter itself")
    return tidy(text)


def tidy(text: str) -> str:
    r"""Line ends to ``\\n``; control characters that mean nothing in a letter to spaces."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.translate(_CONTROLS)


# Form feed stays: it marks the end of a page, which the reader of letters uses.
_CONTROLS = dict.fromkeys((*range(9), 11, *range(14, 32), 127), " ")
