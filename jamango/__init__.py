"""The composition root: knows every other package and puts them together.

`core`, `bot` and `flows` are generic import names, so a start-up check (`jamango/shadowing.py`) names the culprit when
another distribution shadows one.
"""

__version__ = "0.1.0"
