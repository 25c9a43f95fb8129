"""Who acts in tests of core's verbs."""

from core.actor import Actor, Role

STAFF = Actor.staff(1, Role.FOUNDER)
