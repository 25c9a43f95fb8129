"""Every table of the shop in one import, for migrations and the ER diagram."""

from sqlmodel import SQLModel

from core import clock
from core.alerts import tables as alerts
from core.answers import tables as answers
from core.audit import tables as audit
from core.bills import tables as bills
from core.bulk import tables as bulk
from core.carts import tables as carts
from core.catalog import tables as catalog
from core.chats import tables as chats
from core.closes import tables as closes
from core.counters import tables as counters
from core.credentials import tables as credentials
from core.customers import tables as customers
from core.delivery import tables as delivery
from core.forms import tables as forms
from core.heartbeats import tables as heartbeats
from core.identities import tables as identities
from core.inbox import tables as inbox
from core.invariants import tables as invariants
from core.inventory import tables as inventory
from core.ledger import tables as ledger
from core.logins import tables as logins
from core.media import tables as media
from core.misses import tables as misses
from core.mutes import tables as mutes
from core.orders import tables as orders
from core.outbox import tables as outbox
from core.payments import tables as payments
from core.privacy import tables as privacy
from core.requests import tables as requests
from core.sessions import tables as sessions
from core.settlements import tables as settlements
from core.shop import tables as shop
from core.slots import tables as slots
from core.staff import tables as staff
from core.stalls import qr_tables as stall_qrs
from core.stalls import tables as stalls
from core.undos import tables as undos
from core.waitlist import tables as waitlist
from core.zones import tables as zones

NOUNS = (
    clock,
    *(alerts, answers, audit, bills, bulk, carts, catalog, chats, closes, counters, credentials, customers, delivery),
    *(forms, heartbeats, identities, inbox, invariants, inventory, ledger, logins, media, misses, mutes, orders),
    *(outbox, payments, privacy, requests, sessions, settlements, shop, slots, staff, stall_qrs, stalls, undos),
    *(waitlist, zones),
)

metadata = SQLModel.metadata
