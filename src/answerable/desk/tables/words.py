"""What happened to tables, as sentences."""

EVENTS = {
    "tables.read": "A table of counts was read for question {question}",
    "tables.dropped": "The table of counts for question {question} was put away, true counts deleted",
    "tables.accepted": "A table was accepted for question {question} ({how}; rule {rule}); "
    "the true counts were deleted",
    "tables.taken_back": "An accepted table was taken back",
    "tables.sent": "A table that went out was put into the register of releases",
    "tables.picture": "A national picture of {bodies} bodies was kept with a class of the register",
    "tables.picture_set_aside": "A national picture was set aside",
}
