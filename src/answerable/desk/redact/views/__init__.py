"""Pages of redacting: marking a file, previewing and making its copies."""
