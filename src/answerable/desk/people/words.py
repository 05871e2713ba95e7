"""What happened to people and their roles, as sentences."""

EVENTS = {
    "people.added": "A person was added",
    "people.role_given": "The role {role} was given",
    "people.role_ended": "The role {role} was ended",
    "people.left": "A person left; their sign-in was closed",
}
