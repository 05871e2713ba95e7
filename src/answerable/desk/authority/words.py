"""What happened to the authority's details, as sentences."""

EVENTS = {"authority.changed": "The authority's details were changed"}
