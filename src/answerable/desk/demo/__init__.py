"""A made-up authority, its people and about sixty cases in every state, made by the real actions."""
