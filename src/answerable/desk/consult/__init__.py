"""Third parties asked for their views, with dates; their words never reach a letter by themselves."""
