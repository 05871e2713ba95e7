"""What happened to outgoing mail, as sentences."""

EVENTS = {
    "sending.queued": "To be sent: {what}",
    "sending.sent": "Sent: {what}",
    "sending.failed": "NOT SENT: {what}",
    "sending.posted": "Posted on {on}: {what}",
    "sending.stopped": "Taken out of the outbox before it went: {what}",
}
