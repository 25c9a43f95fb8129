"""Ordering mangoes: from the menu to the payment, a file for each part of the way."""
