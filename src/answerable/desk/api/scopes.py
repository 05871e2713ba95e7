"""What a token may be used for, in plain words. A token never does more than its person may."""

from answerable.desk.people.permissions import Permission

SCOPES = {
    "read:cases": "Read cases, questions and decisions, without who asked",
    "read:applicant": "Read who asked, and the request word for word",
    "read:letters": "Read the letters that were sent",
    "read:log": "Read the disclosure log",
    "read:statistics": "Read the published statistics",
    "write:cases": "Take in requests",
    "inspect:files": "Have a file looked into by the gate; it is not kept",
}
#: What the token's person must be allowed to do as well, today.
NEEDS = {
    "read:cases": Permission.READ_CASES,
    "read:applicant": Permission.READ_APPLICANT,
    "read:letters": Permission.READ_APPLICANT,
    "read:log": None,
    "read:statistics": None,
    "write:cases": Permission.WRITE_CASES,
    "inspect:files": None,
}
