"""The letter made from the decisions, previewed, edited where free, audited live."""
