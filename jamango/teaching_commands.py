"""The commands `jamango answers …` and `jamango misses …`; like all of them they load only what they need."""
# ruff: noqa: PLC0415

from typing import Annotated

import typer

answer_commands = typer.Typer(no_args_is_help=True, help="Answers of your own: organic, farm, storage, gifting …")
miss_commands = typer.Typer(help="What people wrote and the shop did not understand.")
Key = Annotated[str, typer.Argument(help="Which answer, such as organic.")]


@answer_commands.command("list")
def list_answers() -> None:
    """Show every answer in each language, and the words that ask for it."""
    from jamango.configuration import database
    from jamango.teaching import answer_lines

    with database():
        typer.echo("\n".join(answer_lines()) or 'No answers yet; `jamango answers set organic "…"` writes the first.')


@answer_commands.command("set")
def set_answer(
    key: Key,
    text: Annotated[str, typer.Argument(help="What is said, up to 700 characters.")],
    language: Annotated[str, typer.Option(help="en, hi or hi-Latn; another one reads the nearest.")] = "en",
    ask: Annotated[list[str] | None, typer.Option(help="Words that ask for it; may be given several times.")] = None,
) -> None:
    """Write what the shop says when somebody asks for this, one language at a time."""
    from jamango.configuration import database
    from jamango.teaching import write_answer

    with database():
        typer.echo(write_answer(key, text, language, ask or []))


@answer_commands.command("remove")
def remove_answer(
    key: Key,
    language: Annotated[str | None, typer.Option(help="Only what is said in this language.")] = None,
    ask: Annotated[str | None, typer.Option(help="Only these words that ask for it.")] = None,
) -> None:
    """Take an answer away: whoever asks is sent to a person again."""
    from jamango.configuration import database
    from jamango.teaching import take_answer

    with database():
        typer.echo(take_answer(key, language, ask))


@miss_commands.callback(invoke_without_command=True)
def show_misses(
    context: typer.Context,
    limit: Annotated[int, typer.Option(help="How many.", min=1, max=1000)] = 30,
) -> None:
    """Show what came most in the last thirty days, without names and numbers."""
    if context.invoked_subcommand is not None:
        return
    from jamango.configuration import database
    from jamango.teaching import miss_lines

    with database():
        typer.echo("\n".join(miss_lines(limit)) or "Everything of the last thirty days was understood.")


@miss_commands.command("learn")
def learn_from_miss(
    words: Annotated[str, typer.Argument(help="What people wrote, or only the word that matters.")],
    variety: Annotated[str | None, typer.Option(help="The variety it names, such as kesar.")] = None,
    answer: Annotated[str | None, typer.Option(help="The answer it asks for, such as organic.")] = None,
) -> None:
    """Teach what words mean; every chat understands them from the next message on."""
    from jamango.configuration import database
    from jamango.teaching import learn

    with database():
        typer.echo(learn(words, variety, answer))
