"""Every verb that may be allowed or refused. ``roles.yaml`` says who may do which."""

from enum import StrEnum


class Permission(StrEnum):
    """Something a person may do; the value is its name in ``roles.yaml``."""

    READ_CASES = "read cases"
    READ_APPLICANT = "read who asked"
    WRITE_CASES = "work on cases"
    ASSIGN = "give cases to officers"
    ANSWER_TASKS = "answer questions given to them"
    DECIDE = "decide questions"
    OPINE = "give the qualified person's opinion"
    READ_NCND = "read neither-confirm-nor-deny classes"
    WRITE_NCND = "propose neither-confirm-nor-deny classes"
    APPROVE_NCND = "approve neither-confirm-nor-deny classes"
    WRITE_LETTERS = "write letters"
    CLEAR = "clear letters"
    OVERRIDE = "let a letter go with a gap"
    SEND = "send letters"
    UNDO = "undo closing and sending"
    RELEASE_FILES = "release files with a reason"
    PROPOSE_PUBLICATION = "propose for the disclosure log"
    PUBLISH = "publish and withdraw"
    READ_EVENTS = "read the record of events"
    READ_STATISTICS = "read statistics"
    MANAGE_PEOPLE = "manage people"
    MANAGE_AUTHORITY = "change the authority's details"
