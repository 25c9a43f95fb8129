"""An order knows what money is parked for it, so that nobody below payments need ask them."""

from alembic import op

from core.migrations.steps import set_timeouts

revision = "0018"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    set_timeouts()
    op.execute("ALTER TABLE orders ADD COLUMN IF NOT EXISTS parked jsonb NOT NULL DEFAULT '{}'::jsonb")
    # Only an unpaid order asks; whatever else has money parked learns of it with the money's next move.
    op.execute(
        """
        UPDATE orders o SET parked = m.parked FROM (
            SELECT order_id, jsonb_object_agg(currency, parked) AS parked FROM (
                SELECT p.order_id, p.currency, sum(p.amount_paise - coalesce(r.amount, 0)) AS parked
                  FROM payments p LEFT JOIN (SELECT payment_id, sum(amount_paise) AS amount FROM refunds
                                              WHERE status <> 'failed' GROUP BY payment_id) r ON r.payment_id = p.id
                 WHERE p.status <> 'settled' GROUP BY p.order_id, p.currency) AS sums
             WHERE parked > 0 GROUP BY order_id) AS m
         WHERE m.order_id = o.id AND o.status = 'awaiting_payment'
        """
    )
