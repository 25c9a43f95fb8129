"""Door for customers on the web: order page, payment return. Knows only core."""
