"""Rules about what came in and what goes out (invariants I6, I8 and I17)."""

from core.invariants.rule import Rule

RULES = (
    Rule(
        "inbox-knows-when-it-was-handled",
        "An event has a moment of handling when it is handled or set aside, and none before.",
        "SELECT id, status, handled_at FROM inbox WHERE (status = 'pending') <> (handled_at IS NULL)",
    ),
    Rule(
        "handled-message-has-a-chat",
        "A message that was handled was handled in a chat.",
        "SELECT id FROM inbox WHERE kind = 'message' AND status = 'handled' AND chat_id IS NULL",
    ),
    Rule(
        "outbox-status-agrees-with-times",
        "A leased intent has a lease, an ended one an end, a waiting one neither.",
        """
        SELECT id, status, leased_until, done_at FROM outbox
         WHERE (status = 'leased') <> (leased_until IS NOT NULL)
            OR (status IN ('done', 'dropped', 'dead')) <> (done_at IS NOT NULL)
        """,
    ),
    Rule(
        "message-has-a-chat",
        "What we say is said to somebody.",
        "SELECT id, kind FROM outbox WHERE kind IN ('message', 'notice') AND chat_id IS NULL",
    ),
    Rule(
        "notice-goes-to-the-orders-customer",
        "News of an order go to its customer and to nobody else.",
        """
        SELECT x.id, x.chat_id, x.order_id FROM outbox x
          JOIN orders o ON o.id = x.order_id JOIN chats c ON c.id = x.chat_id
         WHERE x.kind = 'notice' AND x.message_class = 'order' AND c.customer_id IS DISTINCT FROM o.customer_id
        """,
    ),
    Rule(
        "delivered-message-was-sent",
        "What WhatsApp reports on was sent by us and has its id.",
        "SELECT id, delivery_status FROM outbox WHERE delivery_status IS NOT NULL AND provider_message_id IS NULL",
    ),
    Rule(
        "order-is-confirmed-in-words-once",
        "Nobody is told twice that an order is confirmed.",
        """
        SELECT order_id, count(*) AS notices FROM outbox
         WHERE kind = 'notice' AND body ->> 'key' IN ('order-confirmed', 'payment-late-confirmed')
         GROUP BY order_id HAVING count(*) > 1
        """,
    ),
)
