"""Razorpay Checkout beside payment links: an order of theirs is one more kind of attempt to be paid."""

from alembic import op

from core.migrations.steps import set_timeouts

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    set_timeouts()
    op.execute(
        "ALTER TABLE payment_links ADD COLUMN IF NOT EXISTS kind varchar(40) NOT NULL DEFAULT 'link'"
        " CONSTRAINT linkkind CHECK (kind IN ('link', 'checkout'))"
    )
