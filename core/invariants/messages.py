"""Rules about what came in and what goes out (invariants I6, I8 and I17)."""

from core.invariants.rule import Rule

RULES = (
    Rule(
        "inbox-knows-when-it-was-handled",
        "An event has a moment of handling when it is handled or set aside, and none before.",
        """
        SELECT id, status, handled_at FROM inbox
         WHERE id BETWEEN :first AND :last AND (status = 'pending') <> (handled_at IS NULL)
        """,
        over="inbox",
    ),
    Rule(
        "handled-message-has-a-chat",
        "A message that was handled was handled in a chat.",
        """
        SELECT id FROM inbox
         WHERE id BETWEEN :first AND :last AND kind = 'message' AND status = 'handled' AND chat_id IS NULL
        """,
        over="inbox",
    ),
    Rule(
        "waiting-chat-stands-in-line",
        "A chat whose messages wait has one of them in the line that workers take chats from.",
        """
        SELECT chat_id, count(*) AS messages FROM inbox
         WHERE status = 'pending' AND kind = 'message' AND chat_id IS NOT NULL
         GROUP BY chat_id HAVING count(queued_at) = 0
        """,
    ),
    Rule(
        "outbox-status-agrees-with-times",
        "A leased intent has a lease, an ended one an end, a waiting one neither.",
        """
        SELECT id, status, leased_until, done_at FROM outbox
         WHERE id BETWEEN :first AND :last
           AND ((status = 'leased') <> (leased_until IS NOT NULL)
                OR (status IN ('done', 'dropped', 'dead')) <> (done_at IS NOT NULL))
        """,
        over="outbox",
    ),
    Rule(
        "message-has-a-chat",
        "What we say is said to somebody.",
        """
        SELECT id, kind FROM outbox
         WHERE id BETWEEN :first AND :last AND kind IN ('message', 'notice') AND chat_id IS NULL
        """,
        over="outbox",
    ),
    Rule(
        "notice-goes-to-the-orders-customer",
        "News of an order go to its customer, or went to whom staff have made one with them, and to nobody else.",
        """
        SELECT x.id, x.chat_id, x.order_id FROM outbox x
          JOIN orders o ON o.id = x.order_id JOIN chats c ON c.id = x.chat_id LEFT JOIN users u ON u.id = c.customer_id
         WHERE x.id BETWEEN :first AND :last AND x.kind = 'notice' AND x.message_class = 'order'
           AND c.customer_id IS DISTINCT FROM o.customer_id AND u.joined_id IS DISTINCT FROM o.customer_id
        """,
        over="outbox",
    ),
    Rule(
        "delivered-message-was-sent",
        "What WhatsApp reports on was sent by us and has its id.",
        """
        SELECT id, delivery_status FROM outbox
         WHERE id BETWEEN :first AND :last AND delivery_status IS NOT NULL AND provider_message_id IS NULL
        """,
        over="outbox",
    ),
    Rule(
        "order-is-confirmed-in-words-once",
        "Nobody is told twice that an order is confirmed.",
        """
        SELECT order_id, count(*) AS notices FROM outbox
         WHERE order_id BETWEEN :first AND :last
           AND kind = 'notice' AND body ->> 'key' IN ('order-confirmed', 'payment-late-confirmed')
         GROUP BY order_id HAVING count(*) > 1
        """,
        over="orders",
    ),
)
