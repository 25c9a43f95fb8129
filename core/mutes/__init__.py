"""Which kinds of alerts and news are not sent to the founder's phone; she sees them at the office all the same."""
