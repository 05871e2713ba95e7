"""The pages of triage: the page itself, the letters out, and the cost estimate."""
