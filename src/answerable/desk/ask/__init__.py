"""The public asks: one thing a page, check answers, a receipt."""
