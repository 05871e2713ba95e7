"""What opening a file gives."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Opened:
    r"""The words of a file.

    ``text`` has ``\\n`` line ends and is what every later span points into; ``kind`` says what
    the file was found to be ("text", "mail", "html", "docx", "odt", "rtf", "pdf");
    ``attachments`` are the names of enclosed files; ``notes`` are sentences for the reader.
    """

    text: str
    kind: str
    attachments: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
