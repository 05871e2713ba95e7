"""The disclosure log and the other public pages, feeds and open data."""
