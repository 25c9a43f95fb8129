"""The commands `jamango flows …`: the forms of the chat at Meta. Like all of them they load only what they need."""
# ruff: noqa: PLC0415

import typer

form_commands = typer.Typer(no_args_is_help=True, help="Forms of the chat at Meta (WhatsApp Flows).")


@form_commands.command("push")
def push_forms() -> None:
    """Make and publish the forms that Meta does not have yet, each edition once."""
    from jamango.configuration import database
    from jamango.housekeeping import push_forms as push

    with database() as settings:
        typer.echo("\n".join(push(settings)))


@form_commands.command("status")
def show_forms() -> None:
    """How each form stands at Meta; one that is not published is not offered to customers."""
    from jamango.configuration import database
    from jamango.housekeeping import form_status

    with database() as settings:
        typer.echo("\n".join(form_status(settings)))
