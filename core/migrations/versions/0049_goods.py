"""What a lot cost, fruit that was wasted, and a picture of its own for each variety."""

from alembic import op

from core.migrations.steps import set_timeouts

revision = "0049"
down_revision = "0044"
branch_labels = None
depends_on = None

REASONS = "'received', 'sold', 'returned', 'corrected', 'wasted'"


def upgrade() -> None:
    set_timeouts()
    op.execute(
        "ALTER TABLE lots ADD COLUMN IF NOT EXISTS cost_paise bigint"
        " CONSTRAINT lot_costs_something CHECK (cost_paise >= 0)"
    )
    op.execute("ALTER TABLE stock_movements DROP CONSTRAINT IF EXISTS movementreason")
    op.execute(f"ALTER TABLE stock_movements ADD CONSTRAINT movementreason CHECK (reason IN ({REASONS}))")
    op.execute(
        "ALTER TABLE products ADD COLUMN IF NOT EXISTS picture_id bigint"
        " CONSTRAINT products_picture_id_exists REFERENCES pictures"
    )
    op.execute("CREATE INDEX IF NOT EXISTS products_by_picture_id ON products (picture_id)")
