"""The close of a business day: what the doors say was taken, what was counted, and the difference, which stays."""
