"""Rules about who is who (invariants I7 and I19)."""

from core.invariants.rule import Rule

RULES = (
    Rule(
        "identity-is-one-persons",
        "A phone or user id belongs to one customer or one member of staff.",
        "SELECT id, kind, customer_id, staff_id FROM identities WHERE (customer_id IS NULL) = (staff_id IS NULL)",
    ),
    Rule(
        "identity-is-known-once",
        "No phone or user id is there twice.",
        "SELECT kind, min(id) AS first_id, count(*) AS rows FROM identities GROUP BY kind, value HAVING count(*) > 1",
    ),
    Rule(
        "one-user-id-per-person",
        "Nobody has two user ids: WhatsApp gives a new one only in place of the old.",
        """
        SELECT customer_id, staff_id, count(*) AS rows FROM identities WHERE kind = 'user_id'
         GROUP BY customer_id, staff_id HAVING count(*) > 1
        """,
    ),
    Rule(
        "customer-has-a-chat",
        "Every customer has a chat, so that we can tell them what happens to their order.",
        "SELECT u.id FROM users u WHERE NOT EXISTS (SELECT FROM chats c WHERE c.customer_id = u.id)",
    ),
    Rule(
        "chat-is-one-persons",
        "A chat belongs to one customer or one member of staff.",
        "SELECT id, customer_id, staff_id FROM chats WHERE (customer_id IS NULL) = (staff_id IS NULL)",
    ),
    Rule(
        "address-is-the-customers",
        "Orders and carts go to a home of their own customer.",
        """
        SELECT 'order' AS what, o.id, o.address_id FROM orders o JOIN addresses a ON a.id = o.address_id
         WHERE a.customer_id <> o.customer_id
        UNION ALL
        SELECT 'cart', c.id, c.address_id FROM carts c JOIN addresses a ON a.id = c.address_id
         WHERE a.customer_id <> c.customer_id
        """,
    ),
)
