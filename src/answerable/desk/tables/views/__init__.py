"""Pages of tables: a question's table, the register of releases, the national picture."""
