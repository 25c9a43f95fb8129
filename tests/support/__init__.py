"""Actors and worlds that the tests play with."""
