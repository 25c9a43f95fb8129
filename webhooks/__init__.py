"""Doors for machines: what Meta and Razorpay send, and health for the operator. Stores and answers, decides nothing."""
