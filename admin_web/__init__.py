"""Doors for staff: back office and till. Knows only core."""
