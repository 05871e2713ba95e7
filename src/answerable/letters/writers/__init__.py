"""A typed notice as text, HTML, Word and PDF; the words are the same in all four."""

from answerable.letters.writers.page import to_html
from answerable.letters.writers.pdf import to_pdf
from answerable.letters.writers.text import to_text
from answerable.letters.writers.word import to_docx

__all__ = ["to_docx", "to_html", "to_pdf", "to_text"]
