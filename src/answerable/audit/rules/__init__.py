"""One file a rule, each with its firing and silent cases (YAML) beside it."""
