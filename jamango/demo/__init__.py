"""`jamango demo`: the shop with a pretend outside world, something to sell, and a customer made of code."""
