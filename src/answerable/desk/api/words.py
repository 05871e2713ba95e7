"""What happened to tokens, as sentences."""

EVENTS = {
    "api.token_made": "A token for the API was made",
    "api.token_ended": "A token for the API was ended",
}
