"""Who may see and do what, and what never leaves: roles, free-text check, audit."""
