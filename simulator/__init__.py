"""A pretend Meta and a pretend Razorpay with phones to chat on. Speaks HTTP only, imports nothing of the shop."""
