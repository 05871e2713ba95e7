"""What happened to internal reviews, as sentences."""

EVENTS = {
    "reviews.asked": "Internal review asked for on {on}; due {due}",
    "reviews.decided": "Internal review decided: {outcome}",
}
