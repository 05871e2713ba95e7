"""What happened to tasks, as sentences."""

EVENTS = {
    "tasks.given": "Given to {area}, to answer by {due}",
    "tasks.accepted": "{area} took it up",
    "tasks.returned": "{area} returned it",
    "tasks.answered": "{area} answered",
    "tasks.taken_back": "Taken back from {area}",
    "tasks.due": "{area} is to answer by {due}",
    "tasks.searched": "A search was logged",
    "tasks.chased": "{area} was reminded ({stage})",
}
