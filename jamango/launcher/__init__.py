"""What `jamango up` runs and keeps running: our processes, and a PostgreSQL and Redis where the machine has none.

`up.py` says what, `supervisor.py` keeps it alive, `programs.py` and `guard.py` start a child that cannot outlive us;
the rest prepares the two services without touching what is not ours.
"""
