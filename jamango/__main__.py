"""`python -m jamango` is `jamango`; the supervisor starts its children this way."""

from jamango.cli import main

main()
