"""Bringing what was ordered: runs of riders, their stops, and the cash that comes back.

routing.py     stops by tower and floor, apartments by distance; pure
balancing.py   which rider goes to which apartments; pure
rules.py       what a door takes, how long a slip can be taken back, whom news helps; pure
lifecycle.py   how runs and stops may move
moves.py       the only writer of what they are
arranging.py   the order of a run's stops, by the short way or by hand
planning.py    orders are given to riders, and taken away
riding.py      a run begins, its stops are done, and it ends
telling.py     what customers and riders are told
by_staff.py    what the office notes of one order, through its run
leaving.py     orders that do not come any more leave their runs
coming_back.py an order that was not handed over: brought again, left with somebody
postponing.py  a whole window does not happen
codes.py       the four digits that a customer says at the door
cash.py        declared by the rider, counted by the founder, the difference worked off
duties.py      what comes round by itself
queries.py     the run, its stops and boxes, as doors show them
"""
