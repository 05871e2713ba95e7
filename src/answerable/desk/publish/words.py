"""What happened to entries of the log, as sentences."""

EVENTS = {
    "publish.proposed": "Proposed for the disclosure log",
    "publish.published": "Published in the disclosure log",
    "publish.withdrawn": "Withdrawn from the disclosure log, with a public reason",
    "publish.policy": "Decided for a class whether its answers go into the log",
}
