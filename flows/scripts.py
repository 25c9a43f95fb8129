"""Who can play which scripts with us."""

from __future__ import annotations

from flows.founder.script import SCRIPT as FOUNDER
from flows.help import SCRIPT as HELP
from flows.my_orders.script import SCRIPT as MY_ORDERS
from flows.ordering.script import SCRIPT as ORDERING
from flows.repertoire import Repertoire
from flows.rider.script import SCRIPT as RIDER

CUSTOMERS = Repertoire((ORDERING, MY_ORDERS, HELP))
FOUNDERS = Repertoire((FOUNDER,))
RIDERS = Repertoire((RIDER,))
