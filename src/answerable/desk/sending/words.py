"""What happened to outgoing mail, as sentences."""

EVENTS = {
    "sending.queued": "To be sent: {what}",
    "sending.sent": "Sent: {what}",
    "sending.failed": "NOT SENT: {what}",
    "sending.posted": "Posted: {what}",
}
