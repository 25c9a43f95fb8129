"""What Jamango is: the shop, without any door. Imports nothing of the packages above it."""
