"""Staff users, roles, permissions as sentences, sign-in rules."""
