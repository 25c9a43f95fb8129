"""Chance that can be had again: every soak prints its seed, and JAMANGO_SOAK_SEED sets it."""

from __future__ import annotations

import os
import random  # noqa: TID251 - seeded, unlike the shop's own dice
import sys


def throw_dice() -> random.Random:
    """Dice of a printed seed."""
    seed = int(os.environ.get("JAMANGO_SOAK_SEED") or random.SystemRandom().randrange(10**6))
    sys.stderr.write(f"JAMANGO_SOAK_SEED={seed}\n")
    return random.Random(seed)
