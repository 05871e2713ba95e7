"""Texts in the language of the page, looked up once a language: a page has a hundred of them."""

from functools import lru_cache

from django.utils import translation


def said(message: str) -> str:
    """``message`` in the language that is being spoken. It must be marked elsewhere (``_``)."""
    return _in_language(translation.get_language(), message)


@lru_cache(4096)
def _in_language(_language: str | None, message: str) -> str:
    """The texts never change while the program runs."""
    return translation.gettext(message)
