"""Signing in: by a word that is sent to us on WhatsApp, or by a code that we send; what a guest had comes along.

rules.py      what a word is, and which numbers are shown; pure
lifecycle.py  how a word may go; one table
words.py      asking for a word, hearing it in the chat, the number that is tapped, and the browser that goes on
code_rules.py what a six-digit code is, and when none is sent; pure
codes.py      asking for a code, and comparing what is typed
guests.py     forgetting guests who left nothing behind
merging.py    a guest's cart, homes and orders become the customer's
"""
