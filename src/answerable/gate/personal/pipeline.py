"""A spaCy pipeline as a finder of names: an installed package or a folder, never fetched."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from answerable.gate.personal.names import TITLES, person
from answerable.model import UnusableInputError

_OFF = "names in running text were not looked for: "
NOT_SET = f"{_OFF}no model is set (ANSWERABLE_NAMES)"
_LACKING = f"{_OFF}this installation lacks what reads a model; install “answerable[names]”"
_PEOPLE = ("PERSON", "PER")
_GREETINGS = ("dear", "hi", "hello")
_NOT_NEEDED = ["parser", "tagger", "morphologizer", "lemmatizer", "attribute_ruler", "senter"]


class Pipeline:
    """The names that a spaCy pipeline tells, of two words at least or behind a title."""

    def __init__(self, language: Any) -> None:
        self._language = language

    def find(self, texts: Sequence[str]) -> Iterator[list[str]]:
        """For each text the names of people in it."""
        for read in self._language.pipe(texts, batch_size=16):
            found = (_name(one) for one in read.ents if one.label_ in _PEOPLE)
            yield [one for one in found if one]


def _name(entity: Any) -> str:
    """The name, with the title or forename beside it that a model leaves out."""
    if len(entity.text.split()) > 1:
        return person(entity.text)
    doc, start, end = entity.doc, entity.start, entity.end
    before = doc[start - 1] if start and doc[start - 1].whitespace_ else None
    if before is not None and (before.text.rstrip(".").lower() in TITLES or _forename(before)):
        return person(f"{before.text} {entity.text}")
    if end + 1 < len(doc) and doc[end].text == "," and _forename(doc[end + 1]):
        return person(f"{doc[end + 1].text} {entity.text}")
    return ""


def _forename(token: Any) -> bool:
    named: bool = token.is_title and token.is_alpha and not token.is_stop
    return named and token.lower_ not in _GREETINGS


def why_off(named: str) -> str:
    """Why no names are looked for, as far as it shows before a model is opened; "" if they are."""
    if not named:
        return NOT_SET
    if find_spec("spacy") is None:
        return _LACKING
    if _folder(named).is_dir():
        there = (_folder(named) / "config.cfg").is_file()
        return "" if there else f"{_OFF}“{named}” is no folder of a spaCy pipeline"
    try:
        there = named.isidentifier() and find_spec(named) is not None
    except (ImportError, ValueError):
        there = False
    return "" if there else f"{_OFF}there is no folder and no installed package “{named}”"


def size(named: str) -> int:
    """Bytes that a pipeline takes on the disk; memory for it is measured by them."""
    folder = _folder(named)
    if not folder.is_dir():
        spec = find_spec(named) if named.isidentifier() else None
        if spec is None or not spec.origin:
            return 0
        folder = Path(spec.origin).parent
    return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())


def open_pipeline(named: str) -> Pipeline:
    """The pipeline in a folder or an installed package.

    Raises:
        UnusableInputError: there is none; the sentence says why names are not looked for.
    """
    if off := why_off(named):
        raise UnusableInputError(off)
    folder = _folder(named)
    try:
        spacy = import_module("spacy")
        language = spacy.load(folder if folder.is_dir() else named, exclude=_NOT_NEEDED)
    except Exception as problem:  # a pipeline of another version fails in a way of its own
        raise UnusableInputError(
            f"{_OFF}“{named}” could not be opened ({type(problem).__name__}); get it for the "
            "version of spaCy that is installed"
        ) from None
    return Pipeline(language)


def _folder(named: str) -> Path:
    return Path(named).expanduser()
