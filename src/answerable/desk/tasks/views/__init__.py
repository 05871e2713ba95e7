"""Pages of tasks: the contributor's list and task, the officer's giving out and search log."""
