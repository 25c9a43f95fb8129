"""What people say to us, from the catalogues (`commands.ftl`): every language is understood in every chat."""

from __future__ import annotations

from functools import lru_cache

from core.wording import languages, say, say_list
from flows.engine import Heard
from flows.words import detect_language, tidy

HIGHEST_NUMBER_WORD = 12
LATIN = "LATIN"

# What may be said at any step, and what it means. The catalogue lists the words under `commands-<name>`.
COMMANDS = {
    "greet": Heard("greets"),
    "menu": Heard("wants_menu"),
    "cart": Heard("wants_cart"),
    "checkout": Heard("checks_out"),
    "pay": Heard("asks_for_link"),
    "orders": Heard("wants_orders"),
    "track": Heard("tracks"),
    "cancel": Heard("wants_cancel"),
    "repeat": Heard("orders_again"),
    "change-address": Heard("changes_home"),
    "change-slot": Heard("changes_slot"),
    "help": Heard("wants_help"),
    "human": Heard("wants_human"),
    "language": Heard("wants_language"),
    "stop": Heard("stops_offers"),
    "start": Heard("wants_offers"),
}


@lru_cache(maxsize=64)
def said_as(key: str) -> frozenset[str]:
    """The ways to say `commands-<key>`, tidied, in all languages together."""
    return frozenset(tidy(way) for language in languages() for way in say_list(language, f"commands-{key}"))


@lru_cache(maxsize=1)
def number_words() -> dict[str, int]:
    """`one`, `ek`, `एक` and so on, up to twelve."""
    return {way: number for number in range(1, HIGHEST_NUMBER_WORD + 1) for way in said_as(f"number-{number}")}


@lru_cache(maxsize=1)
def _commands() -> dict[str, Heard]:
    commands = {way: heard for name, heard in COMMANDS.items() for way in said_as(name)}
    named = {way: Heard("picks_language", language) for language in languages()
             for way in said_as(f"language-{language}")}  # fmt: skip
    return {**commands, **named}


def hear_command(words: str) -> Heard | None:
    """The command that the words are, as a whole."""
    return _commands().get(words)


@lru_cache(maxsize=1)
def _betraying() -> tuple[dict[str, str], dict[str, frozenset[str]]]:
    scripts = {language: say(language, "commands-writing") for language in languages()}
    betraying = {language: frozenset(tidy(way) for way in say_list(language, "commands-betraying-words"))
                 for language, script in scripts.items() if script != LATIN}  # fmt: skip
    return scripts, betraying


def language_of(text: str) -> str | None:
    """The language a first message is clearly written in, in its own letters or in Latin ones; None in doubt."""
    return detect_language(text, *_betraying())
