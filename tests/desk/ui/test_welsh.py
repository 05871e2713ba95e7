"""The words that stand on every page and in every form are there in Welsh."""

import re
from pathlib import Path

import pytest
from django.utils import translation
from jinja2 import Environment

from answerable.desk import ui

FOLDER = Path(ui.__file__).parent
CODE = re.compile(r'\b_\(\s*"([^"]+)"')


def _words() -> list[str]:
    jinja = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    found = {word for path in FOLDER.glob("*.py") for word in CODE.findall(path.read_text())}
    for path in FOLDER.glob("jinja2/ui/*.html"):
        for _, _, word in jinja.extract_translations(path.read_text()):
            found.add(word if isinstance(word, str) else word[0])
    return sorted(found)


def test_there_are_words_to_look_at() -> None:
    assert len(_words()) > 20


@pytest.mark.parametrize("word", _words())
def test_it_is_translated(word: str) -> None:
    with translation.override("cy"):
        assert translation.gettext(word) != word
