"""What was paid at the door stands on the order; a failed delivery has its reason, and a hold its end."""

from alembic import op

from core.migrations.steps import add_check, set_timeouts

revision = "0016"
down_revision = "0020"
branch_labels = None
depends_on = None

DUE = "CASE WHEN status = 'delivered' AND payment_method = 'cod' THEN total_paise ELSE 0 END"


def upgrade() -> None:
    set_timeouts()
    for column in ("cash_paise", "upi_paise"):
        op.execute(f"ALTER TABLE orders ADD COLUMN IF NOT EXISTS {column} bigint NOT NULL DEFAULT 0")
    # All that was delivered for cash so far was paid in full: nothing else could be noted.
    op.execute(f"UPDATE orders SET cash_paise = {DUE} WHERE status = 'delivered' AND payment_method = 'cod'")
    op.execute("UPDATE orders SET end_reason = 'unknown' WHERE status = 'delivery_failed' AND end_reason = ''")
    paid = f"cash_paise >= 0 AND upi_paise >= 0 AND cash_paise + upi_paise = {DUE}"
    add_check("orders", "order_is_paid_at_its_door", paid)
    add_check("orders", "order_failed_for_a_reason", "status <> 'delivery_failed' OR end_reason <> ''")
    add_check("holds", "hold_has_its_end", "(status = 'active') = (ended_at IS NULL)")
    add_check("holds", "only_sold_fruit_is_packed", "packed_at IS NULL OR status = 'consumed'")
