"""The command line. Each command loads only what it needs, so that `jamango --help` stays quick."""
# ruff: noqa: PLC0415

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from jamango import __version__
from jamango.form_commands import form_commands
from jamango.run_commands import run_commands
from jamango.shadowing import find_shadow
from jamango.teaching_commands import answer_commands, miss_commands

SHOP_HELP = "Where the shop's pages and webhooks answer."
USUALLY = "A free one unless given, usually"
Port = Annotated[int, typer.Option(help=SHOP_HELP, min=1, max=65535)]
Host = Annotated[str, typer.Option(help="The interface to listen on; 0.0.0.0 for all.")]
DataDir = Annotated[Path | None, typer.Option(help="Where the shop's data lives (JAMANGO_DATA_DIR, .jamango).")]

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
database_commands = typer.Typer(no_args_is_help=True, help="The database's schema.")
seed_commands = typer.Typer(no_args_is_help=True, help="Fill the shop.")
staff_commands = typer.Typer(no_args_is_help=True, help="The people who run the shop.")
template_commands = typer.Typer(no_args_is_help=True, help="Message templates at Meta.")
app.add_typer(database_commands, name="db")
app.add_typer(seed_commands, name="seed")
app.add_typer(staff_commands, name="staff")
app.add_typer(template_commands, name="templates")
app.add_typer(form_commands, name="flows")
app.add_typer(answer_commands, name="answers")
app.add_typer(miss_commands, name="misses")
app.add_typer(run_commands, name="runs")


def main() -> None:
    """Run a command; whatever goes wrong ends with a sentence and exit code 1, never with a traceback."""
    shadow = find_shadow()
    if shadow:
        sys.exit(f"✗ {shadow}")
    from jamango.sentences import sentences_for_errors

    with sentences_for_errors():
        app()


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"Jamango {__version__}")
        raise typer.Exit


@app.callback()
def choose(
    version: Annotated[
        bool, typer.Option("--version", help="Say which Jamango this is.", is_eager=True, callback=_say_version)
    ] = False,
) -> None:
    """Jamango sells mangoes by WhatsApp: the shop, its processes and its housekeeping."""
    del version


@app.command()
def up(port: Port = 8000, host: Host = "127.0.0.1", data_dir: DataDir = None) -> None:
    """Run the whole shop: database and Redis of its own unless their URLs are set, web, worker and jobs."""
    from jamango.launcher.folders import refuse_a_folder_in_use
    from jamango.launcher.ports import refuse_a_taken_port
    from jamango.launcher.up import Plan, run_up, settings_for, shop_programs

    settings = settings_for(port=port, data_dir=data_dir, host=host)
    refuse_a_folder_in_use(settings.data_dir)
    refuse_a_taken_port(port, "--port", host)
    run_up(settings, Plan(programs=lambda: shop_programs(host=host, port=port)))


@app.command()
def web(port: Port = 8000, host: Host = "127.0.0.1") -> None:
    """Only the web process: webhooks, shop, office and till."""
    from jamango.launcher.ports import refuse_a_taken_port
    from jamango.processes import run_web

    refuse_a_taken_port(port, "--port", host)
    _in_process(lambda settings: run_web(settings, host=host, port=port))


@app.command()
def worker() -> None:
    """Only the worker: chats, sending, payments."""
    from jamango.processes import run_worker_process

    _in_process(run_worker_process)


@app.command()
def jobs() -> None:
    """Only the periodic jobs (Celery with its beat)."""
    from jamango.processes import run_jobs

    _in_process(run_jobs)


@app.command()
def demo(
    port: Annotated[int | None, typer.Option(help=f"{SHOP_HELP} {USUALLY} 8000.", min=1, max=65535)] = None,
    simulator_port: Annotated[int | None, typer.Option(help=f"The phones. {USUALLY} 8001.", min=1, max=65535)] = None,
    data_dir: DataDir = None,
    play: Annotated[bool, typer.Option("--play", help="A scripted customer orders and pays; ends when done.")] = False,
) -> None:
    """The shop with a pretend WhatsApp and Razorpay and something to sell: open the page and chat."""
    from jamango.demo.customer.play import perform
    from jamango.demo.run import run_demo

    if play:
        sys.exit(0 if perform(data_dir) else 1)
    run_demo(data_dir=data_dir or Path(".jamango"), port=port, simulator_port=simulator_port)


@database_commands.command("upgrade")
def upgrade_database() -> None:
    """Bring the schema up to date."""
    from core.schema import upgrade
    from jamango.configuration import database

    with database(must_fit=False) as settings:
        upgrade(settings)
    typer.echo("The schema is up to date.")


@seed_commands.command("demo")
def seed_demo_shop() -> None:
    """Fill the shop with made-up varieties, stock, zones and slots; again when run again, without doubling."""
    from jamango.configuration import database
    from jamango.housekeeping import seed

    with database(must_fit=False) as settings:
        seed(settings)
    typer.echo("The demo shop is stocked.")


@staff_commands.command("add")
def add_staff_member(
    name: Annotated[str, typer.Option(help="How customers and colleagues call them.", prompt=True)],
    role: Annotated[str, typer.Option(help="founder, manager, packer, rider or stall_keeper.", prompt=True)],
    phone: Annotated[str, typer.Option(help="Their WhatsApp number, +91 …", prompt=True)],
    language: Annotated[str, typer.Option(help="en or hi.")] = "en",
) -> None:
    """Add a member of staff, who may then use the shop's WhatsApp number for their work."""
    from jamango.configuration import database
    from jamango.staffing import add_member

    with database():
        typer.echo(add_member(name=name, role=role, phone=phone, language=language))


@staff_commands.command("list")
def list_staff() -> None:
    """Show who works in the shop: number, name, role, phone, language."""
    from jamango.configuration import database
    from jamango.staffing import member_lines

    with database():
        typer.echo("\n".join(member_lines()) or "Nobody works here yet; `jamango staff add` begins with a founder.")


@staff_commands.command("link")
def make_staff_link(
    who: Annotated[str, typer.Argument(help="Their number in `jamango staff list`, or their phone.")],
) -> None:
    """Make a link by which somebody makes their sign-in at the office, or makes it anew."""
    from jamango.configuration import database
    from jamango.staffing import link_for

    with database():
        typer.echo(link_for(who))


@staff_commands.command("remove")
def remove_staff_member(
    who: Annotated[str, typer.Argument(help="Their number in `jamango staff list`, or their phone.")],
) -> None:
    """Take away somebody's powers; what they did stays on record."""
    from jamango.configuration import database
    from jamango.staffing import remove_member

    with database():
        typer.echo(remove_member(who))


@template_commands.command("push")
def push_templates() -> None:
    """Send new and changed templates to Meta for approval."""
    from jamango.configuration import database
    from jamango.housekeeping import push

    with database() as settings:
        typer.echo("\n".join(push(settings)))


@template_commands.command("status")
def show_templates() -> None:
    """Compare our templates with what Meta has approved."""
    from jamango.configuration import database
    from jamango.housekeeping import status

    with database() as settings:
        typer.echo("\n".join(status(settings)))


@app.command()
def understand(
    text: Annotated[str | None, typer.Argument(help="A line as a customer types it; with --corpus, a file.")] = None,
    corpus: Annotated[
        bool, typer.Option("--corpus", help="Measure a corpus of lines: that file, or our open half.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The meaning as JSON.")] = False,
    at: Annotated[
        str, typer.Option(help="Where the chat stands: start, cart, where, when, summary, placed.")
    ] = "start",
) -> None:
    """Say what is understood of a line and why, or how well a corpus is understood."""
    from jamango.understanding import explain_line, measure_corpus

    if corpus:
        typer.echo("\n".join(measure_corpus(Path(text) if text else None, as_json=as_json)))
    else:
        typer.echo("\n".join(explain_line(text, at, as_json=as_json)))


@app.command()
def doctor() -> None:
    """Check the configuration and everything it points to; say what is wrong and how to mend it."""
    from core.settings import get_settings
    from jamango.doctor.examination import examine

    sys.exit(0 if examine(get_settings()) else 1)


@app.command()
def fsck(
    full: Annotated[
        bool, typer.Option("--full", help="Look at every row of the shop's whole history, not only at the newest.")
    ] = False,
) -> None:
    """Ask the database every question whose right answer is "no row"; exit 1 when one answers otherwise."""
    from jamango.configuration import database
    from jamango.housekeeping import violations

    with database():
        found = violations(full=full)
    for line in found:
        typer.echo(f"✗ {line}")
    whole = "" if full else " (newest rows; older ones are gone through bit by bit, and at once with --full)"
    typer.echo(f"Every invariant holds{whole}." if not found else f"{len(found)} violations.")
    sys.exit(1 if found else 0)


@app.command(add_help_option=False, context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def bench(context: typer.Context) -> None:
    """Run measurements (`jamango bench --help` lists them)."""
    from jamango.housekeeping import run_bench

    sys.exit(run_bench(context.args))


def _in_process(run: Callable[..., None]) -> None:
    """Run one of the three processes: settings read, lines in their form, a database that is there."""
    from core.settings import get_settings
    from jamango.configuration import settings_with_database
    from jamango.logs import configure_logs

    configure_logs(as_json=not get_settings().is_development)
    run(settings_with_database())
