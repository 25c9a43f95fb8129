"""The secret link of a run, of which the hash is kept, and what its page reported."""

from alembic import op

from core.migrations.steps import set_timeouts

revision = "0057"
down_revision = "0058"
branch_labels = None
depends_on = None

REPORTS = """
    CREATE TABLE run_reports (
        run_id bigint NOT NULL,
        key text NOT NULL,
        event varchar(40) NOT NULL,
        refusal jsonb DEFAULT '{}'::jsonb NOT NULL,
        received_at timestamptz NOT NULL,
        CONSTRAINT run_reports_key PRIMARY KEY (run_id, key),
        CONSTRAINT report_has_its_key CHECK (char_length(key) = 36),
        CONSTRAINT report_names_its_refusal CHECK (refusal = '{}' OR coalesce(refusal ->> 'code', '') <> ''),
        CONSTRAINT run_reports_run_id_exists FOREIGN KEY(run_id) REFERENCES runs (id),
        CONSTRAINT reportevent CHECK (event IN ('deliver', 'ask-link', 'fail', 'skip', 'undo', 'end'))
    )
"""


def upgrade() -> None:
    set_timeouts()
    op.execute("ALTER TABLE runs RENAME COLUMN token TO link_salt")
    op.execute("ALTER TABLE runs RENAME CONSTRAINT runs_token_unique TO runs_link_salt_unique")
    op.execute("ALTER TABLE runs ADD COLUMN link_hash text CONSTRAINT runs_link_hash_unique UNIQUE")
    op.execute(REPORTS)
