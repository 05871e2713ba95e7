"""What happened on the public's road in, as sentences."""

EVENTS = {
    "ask.arrived": "Sent by our form: received on {received}, to be answered by {due}",
    "ask.in_line": "A request of {received} was put in line, since very many came at once",
}
