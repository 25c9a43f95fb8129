"""What a link, a payment and a refund say of themselves fits together, whoever writes them."""

from core.migrations.steps import add_check, set_timeouts

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

# As core/payments/tables.py has them.
CHECKS = (
    (
        "payment_links",
        "link_that_can_be_paid_has_its_address",
        "status NOT IN ('open', 'paid') OR (provider_link_id IS NOT NULL AND short_url IS NOT NULL)",
    ),
    (
        "payments",
        "returned_is_all_of_it",
        "(status = 'returned') = (refund_reserved_paise = amount_paise)",
    ),
    (
        "refunds",
        "refund_has_its_end",
        "(status IN ('processed', 'failed')) = (finished_at IS NOT NULL)",
    ),
)


def upgrade() -> None:
    set_timeouts()
    for table, name, condition in CHECKS:
        add_check(table, name, condition)
