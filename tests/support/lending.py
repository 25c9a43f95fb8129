"""Databases that are used by one test after another, each of which finds its own as the template was.

A copy of a template costs a tenth of a second, putting its rows back a tenth of that. The rows of the template are kept
in a schema of their own, `baseline`; a database whose schema a test has changed is not lent again.
"""

from psycopg import Connection, sql
from psycopg.rows import scalar_row

from tests.support.books import make_rules

MAKE_BASELINE = """
    DROP EVENT TRIGGER IF EXISTS note_change;
    DROP SCHEMA IF EXISTS baseline CASCADE;
    CREATE SCHEMA baseline;
    CREATE TABLE baseline.changes (command text);
    CREATE FUNCTION baseline.note() RETURNS event_trigger LANGUAGE plpgsql AS $$
        BEGIN INSERT INTO baseline.changes VALUES (tg_tag); END $$;
    GRANT USAGE ON SCHEMA baseline TO PUBLIC;
    GRANT INSERT ON baseline.changes TO PUBLIC;
"""
# Statements that stand there are planned once for a session; those that are executed from text, each time.
MAKE_RESTORE = "CREATE FUNCTION baseline.restore() RETURNS void LANGUAGE plpgsql AS $restore$ BEGIN {}; END $restore$"
WATCH_SCHEMA = "CREATE EVENT TRIGGER note_change ON ddl_command_end EXECUTE FUNCTION baseline.note()"
TABLES = """
    SELECT c.relname, string_agg(quote_ident(a.attname), ', ') AS columns
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     GROUP BY c.relname
"""
SEQUENCES = """
    SELECT format('PERFORM setval(%L, %s, %L)', format('%I.%I', schemaname, sequencename),
                  coalesce(last_value, start_value), last_value IS NOT NULL)
      FROM pg_sequences WHERE schemaname = 'public'
"""
END_OTHERS = """
    SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
       AND pid <> ALL (%s)
"""


def make_lendable(wire: Connection) -> None:
    """Keep the rows of this database as those it is put back to; `wire` is the superuser's."""
    wire.execute(MAKE_BASELINE)
    steps = []
    for table, columns in wire.execute(TABLES).fetchall():
        name = sql.Identifier(table)
        steps.append(sql.SQL("DELETE FROM public.{}").format(name))
        wire.execute(sql.SQL("CREATE TABLE baseline.{} AS TABLE public.{}").format(name, name))
        copy = "INSERT INTO public.{} ({columns}) OVERRIDING SYSTEM VALUE SELECT {columns} FROM baseline.{}"
        if wire.execute(sql.SQL("SELECT 1 FROM baseline.{} LIMIT 1").format(name)).fetchone():
            steps.append(sql.SQL(copy).format(name, name, columns=sql.SQL(columns)))
    statements = [step.as_string(wire) for step in steps] + [row[0] for row in wire.execute(SEQUENCES).fetchall()]
    wire.execute(MAKE_RESTORE.format(";\n".join(statements)).encode())
    wire.execute(make_rules().encode())
    wire.execute(WATCH_SCHEMA)


def put_back(wire: Connection, idle: list[int]) -> bool:
    """End whoever is left in this database, but for sessions that idle in the next test's pool, and give it the
    template's rows; False when its schema was changed.
    """
    ask = wire.cursor(row_factory=scalar_row)
    ask.execute(END_OTHERS, [idle])
    if ask.execute("SELECT EXISTS (SELECT FROM baseline.changes)").fetchone():
        return False
    with wire.transaction():
        ask.execute("SET LOCAL session_replication_role = replica")  # what may only be added to is emptied too
        ask.execute("SELECT baseline.restore()")
    return True
