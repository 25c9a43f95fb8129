"""All that we hold of one customer, for the customer: what the DPDP Act calls access. Values are plain JSON."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session

from core.query import Query

# One object; each list in the order in which it came to be. Amounts are paise, moments ISO UTC.
HELD = Query(
    """
    SELECT jsonb_build_object(
        'customer', jsonb_build_object('name', u.name, 'language', u.language, 'phone_for_the_rider', u.contact_phone,
                                       'since', u.created_at),
        'names_on_whatsapp', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value)
                              ORDER BY i.id), '[]') FROM identities i WHERE i.customer_id = u.id),
        'homes', (SELECT coalesce(jsonb_agg(jsonb_build_object('apartment', b.name, 'home', a.line)
                  ORDER BY a.id), '[]') FROM addresses a JOIN apartments b ON b.id = a.apartment_id
                   WHERE a.customer_id = u.id AND a.line <> '– ' || a.id),
        'consents', (SELECT coalesce(jsonb_agg(jsonb_build_object('purpose', c.purpose, 'granted', c.granted,
                     'source', c.source, 'said', c.said, 'at', c.at) ORDER BY c.id), '[]')
                       FROM consents c WHERE c.customer_id = u.id),
        'notes_of_the_shop', (SELECT coalesce(jsonb_agg(jsonb_build_object('text', n.text, 'at', n.written_at)
                             ORDER BY n.id), '[]') FROM customer_notes n WHERE n.customer_id = u.id),
        'signed_in_on', (SELECT coalesce(jsonb_agg(jsonb_build_object('browser', s.browser, 'since', s.began_at)
                         ORDER BY s.id), '[]') FROM sessions s WHERE s.customer_id = u.id AND s.ended_at IS NULL)
      ) AS held FROM users u WHERE u.id = :customer_id
    """
)
ORDERS = Query(
    """
    SELECT coalesce(jsonb_agg(jsonb_build_object(
        'code', o.code, 'status', o.status, 'placed_at', o.placed_at, 'address', o.address, 'note', o.note,
        'total_paise', o.total_paise, 'delivery_fee_paise', o.delivery_fee_paise, 'discount_paise', o.discount_paise,
        'items', (SELECT jsonb_agg(jsonb_build_object('names', t.names, 'pack', t.labels, 'quantity', t.quantity,
                  'line_paise', t.line_paise) ORDER BY t.id) FROM order_items t WHERE t.order_id = o.id),
        'payments', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.provider_payment_id, 'amount', p.amount_paise,
                     'status', p.status) ORDER BY p.id), '[]') FROM payments p WHERE p.order_id = o.id)
      ) ORDER BY o.id), '[]') FROM orders o WHERE o.customer_id = :customer_id
    """
)

AT_STALLS = Query(
    """
    SELECT coalesce(jsonb_agg(jsonb_build_object('stall', p.name, 'at', s.made_at, 'paid_paise', s.paid_paise,
        'payment', s.payment, 'taken_back', EXISTS (SELECT FROM stall_voids v WHERE v.sale_id = s.id),
        'items', (SELECT jsonb_agg(jsonb_build_object('pack', k.labels, 'quantity', l.quantity) ORDER BY l.id)
                    FROM stall_sale_lines l JOIN packs k ON k.id = l.pack_id WHERE l.sale_id = s.id)
      ) ORDER BY s.id), '[]')
      FROM stall_sales s JOIN shifts h ON h.id = s.shift_id JOIN stalls p ON p.id = h.stall_id
     WHERE s.customer_id = :customer_id
    """
)


def read_file(session: Session, customer_id: int) -> dict[str, Any]:
    """What we hold of a customer but the messages: those stand in their own chat, and go from here in time."""
    held: dict[str, Any] = HELD.run(session, {"customer_id": customer_id}).scalar_one()
    orders = ORDERS.run(session, {"customer_id": customer_id}).scalar_one()
    at_stalls = AT_STALLS.run(session, {"customer_id": customer_id}).scalar_one()
    return {**held, "orders": orders, "bought_at_stalls": at_stalls}
