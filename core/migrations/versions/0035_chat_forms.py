"""Forms of the chat at Meta, and the chats whose WhatsApp is too old for them."""

from alembic import op

from core.migrations.steps import set_timeouts

revision = "0035"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    set_timeouts()
    op.execute(
        """
        CREATE TABLE chat_forms (
            name text CONSTRAINT chat_forms_key PRIMARY KEY,
            provider_form_id text NOT NULL CONSTRAINT chat_forms_provider_form_id_unique UNIQUE,
            digest text NOT NULL, status text NOT NULL, reason text NOT NULL DEFAULT '',
            checked_at timestamptz NOT NULL DEFAULT jamango_now(),
            CONSTRAINT chat_form_has_an_id CHECK (provider_form_id <> ''))
        """
    )
    op.execute(
        """
        CREATE TABLE chats_without_forms (
            chat_id bigint CONSTRAINT chats_without_forms_key PRIMARY KEY
                CONSTRAINT chats_without_forms_chat_id_exists REFERENCES chats,
            since timestamptz NOT NULL DEFAULT jamango_now())
        """
    )
