"""Pages of letters and of the files that go with them."""
