"""What a customer has picked and not ordered yet.

actions.py    filling and changing it
links.py      carrying it between the web and the chat by a word; rules.py what such words look like, pure
queries.py    reading it as a basket
"""
