"""Doors for staff: back office and till. They know core and, for the chats that staff read and answer, the channel."""
