"""What happened on the public's road in, as sentences."""

EVENTS = {"ask.in_line": "A request of {received} was put in line, since very many came at once"}
