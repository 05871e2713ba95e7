"""Questions given to service areas: accepted, returned, answered, chased, with a search record."""
