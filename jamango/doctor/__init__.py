"""`jamango doctor`: is everything that the settings point to there, and does it let us in? Spends no money.

A check takes the settings and returns findings. It may raise: that is a finding too. Checks of the machine are in
`machine.py`, of the accounts at Meta and Razorpay in `accounts.py`.
"""
