"""PostgreSQL and Redis for a machine that has none: run as our own children, never touching what is not ours."""
