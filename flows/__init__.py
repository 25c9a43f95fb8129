"""The conversations: a script engine and one file per conversation."""
