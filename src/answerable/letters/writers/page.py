"""A notice as an HTML page: no script, no outside file, prints on A4."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from answerable.letters.draft.notice import Block, Notice
from answerable.letters.writers.links import pieces
from answerable.letters.writers.text import draft_words


def to_html(notice: Notice) -> str:
    """The notice as a whole HTML document, every word escaped."""
    return _template().render(
        notice=notice,
        language="cy" if notice.language.startswith("cy") else notice.language,
        draft_words=draft_words(notice),
        kind_of=_kind,
        pieces=pieces,
    )


def _kind(block: Block) -> str:
    return type(block).__name__


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("answerable.letters.writers", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
    )
    return environment.get_template("letter.html.j2")
