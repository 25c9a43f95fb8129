"""What a variety is good for besides eating it ripe."""

from alembic import op

from core.migrations.steps import add_check, set_timeouts

revision = "0033"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    set_timeouts()
    op.execute("ALTER TABLE products ADD COLUMN good_for text[] NOT NULL DEFAULT '{}'")
    add_check("products", "product_is_good_for_what_we_word", "good_for <@ ARRAY['pickle', 'juice', 'salad']")
