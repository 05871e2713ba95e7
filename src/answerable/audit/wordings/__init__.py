"""Families of wordings that several rules look for, one topic a file."""
