"""How long the nastiest megabytes take, read and audited whole.

Known blow-ups (one piece of text repeated to 1,000,000 characters: openings without an end, cites
without number, greetings, mail fields) and seeded jumbles of pieces of letters. Prints the slowest
ones with their seconds of one core; the limit we keep is 5 seconds.

    python benchmarks/hostile_letters.py [--all]
"""

import random
import sys
import time

from answerable.audit import audit_letter
from answerable.letters import read_letter

SIZE = 1_000_000
LIMIT = 5.0
PIECES = (
    "word ", "\n", "(", "section ", "section 31(1)(a), ", '"a ', "Q1. ", "Q1. \n", "1", "a ", "İş “’ ",
    "1 May 2025 ", "> > ", "you asked:\n", "1. What is it?\n", ". A", "Dear sir\n",
    "in favour of disclosure against disclosure public interest. ",
    "internal review within 40 working days ", "information commissioner complain ", "a   b   ",
    "Page 1 of 2\n", "- ", "From: a@b.example\n", "neither confirm ", "your request of ", "attached is ",
    "request ", "regulation 12(5)(b) and ", "s.31(", "£450 18 hours ", "would be likely to prejudice ",
    "we do not hold ", "not not not ", "Yours faithfully\n", "-----Original Message-----\n", "|a|b|\n",
    "more than two years, ", "under section ", "the public interest ", "(a) ", "1.1.1 ", "https://a.example/ ",
    "1 2 3 4 5\n", "five or fewer ", "minutes to read 1,000,000 files and ", "“", "because ", "\u200b", "&nbsp;",
    "s.31(1)(a)-(z), ", "section 40(2)(a)(i), ", "> a\n", "section 40(2), section 43(2) and section 31(1)(a). ",
    "Regulation 12(5)(a) to (g). ", "> section 12\n", "s.22-s.44, ", "section 40(2) is exempt; ", "a\n", "> - a?\n",
    "1. section 31(1)\n", "Section 43(2) says it. ", "On Mon, 2 Feb 2026 at 10:00, Bob <b@x.example> wrote:\n> hi\n\n",
)  # fmt: skip


# What makes a letter of it, so that what is repeated is judged and not only looked through.
HEAD = "Freedom of Information Act 2000. Your request. We refuse under section 40(2).\n"


def texts() -> list[tuple[str, str]]:
    """Every nasty text with a name to print."""
    named = [(repr(piece)[:40], piece * (SIZE // len(piece))) for piece in PIECES]
    named += [(f"letter {name}"[:48], HEAD + text) for name, text in named]
    for seed in range(8):
        chance = random.Random(seed)
        some = chance.sample(PIECES, 6)
        jumble = "".join(chance.choice(some) for _ in range(SIZE // 8))[:SIZE]
        named.append((f"jumble {seed}", jumble))
    return named


def main() -> None:
    """Measure and print."""
    rows = []
    for name, text in texts():
        start = time.process_time()
        audit_letter(read_letter(text))
        rows.append((time.process_time() - start, name))
        print(".", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    rows.sort(reverse=True)
    print(f"{len(rows)} texts of {SIZE:,} characters, read and audited, seconds of one core")
    for seconds, name in rows if "--all" in sys.argv else rows[:8]:
        print(f"  {seconds:6.2f}  {name}")
    over = sum(seconds > LIMIT for seconds, _ in rows)
    print(f"over {LIMIT:.0f} seconds: {over}")


if __name__ == "__main__":
    main()
