"""The pages of the office, a file each."""
