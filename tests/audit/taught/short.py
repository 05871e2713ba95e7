"""A letter that says no more than it is given: its head, one body, the way on."""

NAMES = {
    "FOIA": ("Wharfbourne Council", "Freedom of Information Act 2000"),
    "EIR": ("Wharfbourne Council", "Environmental Information Regulations 2004"),
    "FOISA": ("Loch Tarn Council, Scotland", "Freedom of Information (Scotland) Act 2002"),
}
HEAD = """{name}
Information Rights

20 May 2026

Dear applicant

You asked on 5 May 2026 under the {act} for {asked}.

"""
RIGHTS = (
    "\n\nYou may ask for an internal review within 40 working days by writing to review@tarn.example; "
    "you will have an answer within 20 working days. You may then apply to the Information "
    "Commissioner for a decision: Wycliffe House, Water Lane, Wilmslow SK9 5AF, "
    "ico.org.uk/foicomplaints.\n\nYours sincerely\n"
)


def short_letter(
    says: str, *, law: str = "FOIA", asked: str = "the registers", rights: str = RIGHTS
) -> str:
    """The text of a whole letter under ``law`` ("FOIA", "EIR", "FOISA") whose body is ``says``."""
    name, act = NAMES[law]
    return HEAD.format(name=name, act=act, asked=asked) + says.rstrip("\n") + rights
