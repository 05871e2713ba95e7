"""Section 36 without its opinion is pointed out where the opinion stands that is no such one."""

import pytest

from answerable.audit import audit_letter
from answerable.letters import read_letter

HEAD = "Lark Council\n\nDear Ms Reed\n\nYour request of 18 February 2026 was for three things. We hold all three.\n\n"
ITEM_1 = "1. The counts - section 22(1)\n\nWe believe it to be reasonable for you to wait.\n\n"
ITEM_2 = "2. The e-mails - section 36(2)(c)\n\n"


def _excerpt(words: str) -> str:
    (found,) = [f for f in audit_letter(read_letter(HEAD + words)) if f.slug == "s36-no-qp"]
    return found.excerpt


@pytest.mark.parametrize(
    ("opinion", "excerpt"),
    [
        ("In the opinion of this office disclosure would inhibit advice.", "In the opinion of"),
        ("We consider that disclosure would inhibit advice.", "We consider"),
        ("Disclosure would inhibit advice.", "section 36(2)(c)"),
    ],
)
def test_the_view_of_another_item_is_not_the_place(opinion: str, excerpt: str) -> None:
    assert _excerpt(ITEM_1 + ITEM_2 + opinion + "\n") == excerpt
    assert _excerpt(ITEM_2 + opinion + "\n\n" + ITEM_1.replace("1.", "3.")) == excerpt


def test_the_view_in_the_sentence_of_the_cite_is_the_place() -> None:
    words = "We believe that the e-mails are exempt under section 36(2)(c) of the Act.\n"
    assert _excerpt(words) == "We believe"
