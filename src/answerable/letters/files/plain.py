"""Plain text: UTF-8 and nothing else, so that no word is ever guessed."""

from answerable.letters.files.problems import CannotReadError

#: What a file with bytes that are no text was meant to be, by its name, and what to do about it.
_NAMED = {
    ".docx": ("a Word file", "open it in Word, which may repair it, and save it again"),
    ".doc": ("a Word file", "open it in Word, which may repair it, and save it as .docx"),
    ".odt": ("an OpenDocument file", "open it in the program it was made with and save it again"),
    ".pdf": ("a PDF", "open it in the program it was made with and save it as a PDF again"),
    ".rtf": ("an RTF file", "open it in a word processor and save it as .docx"),
    ".eml": ("a mail message", "save the message again from the mail program"),
}


def decode(data: bytes, suffix: str = "") -> str:
    r"""UTF-8 bytes, with or without a byte order mark, to text with ``\\n`` line ends.

    Raises:
        CannotReadError: the bytes are not UTF-8 text; by its name the file may be of another kind,
            and damaged.
    """
    try:
        return _decoded(data)
    except CannotReadError:
        if suffix not in _NAMED:
            raise
        kind, remedy = _NAMED[suffix]
        raise CannotReadError(
            f"is {kind} by its name, and is damaged or of another kind: {remedy}, or ask for it "
            "to be sent again"
        ) from None


def _decoded(data: bytes) -> str:
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
