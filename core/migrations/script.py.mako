"""${message}."""

import sqlalchemy as sa
from alembic import op
from core.migrations.steps import set_timeouts
${imports if imports else ""}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    set_timeouts()
    ${upgrades if upgrades else "pass"}
