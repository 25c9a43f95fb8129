"""Rules about who is who (invariants I7 and I19)."""

from core.invariants.rule import Rule

RULES = (
    Rule(
        "identity-is-one-persons",
        "A phone or user id belongs to one customer or one member of staff.",
        """
        SELECT id, kind, customer_id, staff_id FROM identities
         WHERE id BETWEEN :first AND :last AND (customer_id IS NULL) = (staff_id IS NULL)
        """,
        over="identities",
    ),
    Rule(
        "identity-is-known-once",
        "No phone or user id is there twice.",
        """
        SELECT i.id, i.kind, same.rows FROM identities i
         CROSS JOIN LATERAL (SELECT count(*) AS rows FROM identities WHERE kind = i.kind AND value = i.value) same
         WHERE i.id BETWEEN :first AND :last AND same.rows > 1
        """,
        over="identities",
    ),
    Rule(
        "one-user-id-per-person",
        "Nobody has two user ids: WhatsApp gives a new one only in place of the old.",
        """
        SELECT i.id, i.customer_id, i.staff_id FROM identities i
         WHERE i.id BETWEEN :first AND :last AND i.kind = 'user_id'
           AND (EXISTS (SELECT FROM identities o
                         WHERE o.customer_id = i.customer_id AND o.kind = 'user_id' AND o.id > i.id)
                OR EXISTS (SELECT FROM identities o
                            WHERE o.staff_id = i.staff_id AND o.kind = 'user_id' AND o.id > i.id))
        """,
        over="identities",
    ),
    Rule(
        "customer-has-a-chat",
        "Every customer has a chat, so that we can tell them what happens to their order.",
        """
        SELECT u.id FROM users u
         WHERE u.id BETWEEN :first AND :last AND NOT EXISTS (SELECT FROM chats c WHERE c.customer_id = u.id)
        """,
        over="users",
    ),
    Rule(
        "chat-is-one-persons",
        "A chat belongs to one customer or one member of staff.",
        """
        SELECT id, customer_id, staff_id FROM chats
         WHERE id BETWEEN :first AND :last AND (customer_id IS NULL) = (staff_id IS NULL)
        """,
        over="chats",
    ),
    Rule(
        "address-is-the-customers",
        "An order goes to a home of its own customer.",
        """
        SELECT o.id, o.address_id FROM orders o JOIN addresses a ON a.id = o.address_id
         WHERE o.id BETWEEN :first AND :last AND a.customer_id <> o.customer_id
        """,
        over="orders",
    ),
    Rule(
        "cart-goes-to-the-customers-home",
        "A cart goes to a home of its own customer.",
        """
        SELECT c.id, c.address_id FROM carts c JOIN addresses a ON a.id = c.address_id
         WHERE c.id BETWEEN :first AND :last AND a.customer_id <> c.customer_id
        """,
        over="carts",
    ),
)
