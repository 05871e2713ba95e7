"""A decision per question, with exactly what its limb needs and the balance in two columns."""
