"""`jamango understand`: what the reader makes of a line and why, and how well it reads a corpus of lines."""
