"""What proves who somebody of the staff is: a password, a code of their authenticator, a link that is given once.

rules.py           what fits, and which code is meant; pure
passwords.py       argon2, a few at once
authenticators.py  codes of an app, each used once, and recovery codes
setup_links.py     links by which somebody makes their own sign-in
signing.py         finding whom a sign-in names, and whether what they typed proves it
"""
