"""The pages for asking and following, and the pages about the site itself."""
