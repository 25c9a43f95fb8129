"""Our message templates, from `templates/whatsapp/*.toml`, held to Meta's rules (WHATSAPP §3.3) before Meta sees them.

A file names the notice that it stands for outside the 24 h window. Its variables are the words that the notice's
values become (`bot.notice_values`), its buttons the taps of `bot.notices`. `when` and `unless` choose between two
files of one notice by whether a value is there.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot import notices
from bot.fitting import fit
from bot.notice_values import word_values
from bot.notices import ALERT, NoticeButton, say_notice, tap_id
from bot.template_message import TEMPLATE_NAME, VARIABLE_NAME, TemplateMessage
from core.errors import Fault
from core.wording import FIRST_LANGUAGE, parent_of, say, whole_languages

FOLDER = Path(__file__).parent.parent / "templates" / "whatsapp"
CATEGORIES = frozenset({"utility", "marketing", "authentication"})
BODY_LONGEST = 1024
FOOTER_LONGEST = 60
BUTTONS_MOST = 10
LABEL_LONGEST = 25
VARIABLE_LONGEST = 600
VARIABLE = re.compile(r"\{\{([^{}]*)\}\}")
KEYS = frozenset({"name", "notice", "category", "when", "unless", "buttons", "examples"})
TAPS_BY_NAME = {tap.name: tap for tap in vars(notices).values() if isinstance(tap, NoticeButton)}


@dataclass(frozen=True)
class Template:
    """One template in all languages. `bodies` and `footers` are by language, `examples` by variable."""

    name: str
    notice: str
    category: str
    when: str | None
    unless: str | None
    buttons: tuple[str, ...]
    examples: dict[str, str]
    bodies: dict[str, str]
    footers: dict[str, str]

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(sorted(self.bodies))

    @property
    def variables(self) -> tuple[str, ...]:
        return variables_of(self.bodies[FIRST_LANGUAGE])

    def labels(self, language: str) -> list[str]:
        return [say(language, f"notices-{button}-button") for button in self.buttons]

    def to_graph(self, language: str) -> dict[str, Any]:
        """What is handed in for review."""
        examples = [{"param_name": name, "example": self.examples[name]} for name in self.variables]
        example = {"example": {"body_text_named_params": examples}} if examples else {}
        components: list[dict[str, Any]] = [{"type": "BODY", "text": self.bodies[language], **example}]
        if language in self.footers:
            components.append({"type": "FOOTER", "text": self.footers[language]})
        if self.buttons:
            buttons = [{"type": "QUICK_REPLY", "text": label} for label in self.labels(language)]
            components.append({"type": "BUTTONS", "buttons": buttons})
        named = {"name": self.name, "language": language, "category": self.category.upper()}
        return {**named, "parameter_format": "NAMED", "components": components}


def variables_of(text: str) -> tuple[str, ...]:
    """The variables in the order of their first use."""
    return tuple(dict.fromkeys(VARIABLE.findall(text)))


@lru_cache(maxsize=1)
def load_templates() -> tuple[Template, ...]:
    """Every template. Raises Fault that names each file and what Meta would refuse in it."""
    templates, problems = [], []
    for path in sorted(FOLDER.glob("*.toml")):
        try:
            template = read_template(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
            problems.append(f"{path.name} cannot be read: {error!r}")
            continue
        problems += [f"{path.name}: {problem}" for problem in find_problems(template)]
        templates.append(template)
    if problems:
        raise Fault("The message templates cannot be used: " + "; ".join(problems))
    return tuple(templates)


def read_template(source: str) -> Template:
    """Parse one file. Raises KeyError, TypeError or TOMLDecodeError for a file of another shape."""
    document = tomllib.loads(source)
    spoken = {language: document[language] for language in document.keys() - KEYS}
    return Template(
        name=document["name"],
        notice=document["notice"],
        category=document["category"],
        when=document.get("when"),
        unless=document.get("unless"),
        buttons=tuple(document["buttons"]),
        examples=dict(document["examples"]),
        bodies={language: words["body"].strip() for language, words in spoken.items()},
        footers={language: words["footer"] for language, words in spoken.items() if "footer" in words},
    )


def find_problems(template: Template) -> list[str]:
    """What Meta (or the sender) would not take."""
    problems = []
    if not TEMPLATE_NAME.match(template.name):
        problems.append(f"the name {template.name!r} may only hold a–z, 0–9 and _")
    if template.category not in CATEGORIES:
        problems.append(f"the category {template.category!r} is none of {sorted(CATEGORIES)}")
    if set(template.bodies) != set(whole_languages()):
        problems.append(f"it speaks {sorted(template.bodies)}, the shop {sorted(whole_languages())}")
    problems += [f"the button {name!r} is unknown" for name in template.buttons if name not in TAPS_BY_NAME]
    if problems:
        return problems
    for language, body in template.bodies.items():
        problems += [f"{language}: {problem}" for problem in _problems_of_body(template, body)]
        problems += [f"{language}: {problem}" for problem in _problems_of_buttons(template.labels(language))]
    for language, footer in template.footers.items():
        if len(footer) > FOOTER_LONGEST or VARIABLE.search(footer):
            problems.append(f"{language}: the footer is longer than {FOOTER_LONGEST} or holds a variable")
    return problems


def _problems_of_body(template: Template, body: str) -> Iterable[str]:
    names = variables_of(body)
    if not 1 <= len(body) <= BODY_LONGEST:
        yield f"the body has {len(body)} characters, at most {BODY_LONGEST} are taken"
    if VARIABLE.match(body) or re.search(r"\}\}\W*\Z", body):
        yield "the body begins or ends with a variable"
    if re.search(r"\}\}\s*\{\{", body):
        yield "two variables stand side by side"
    if re.search(r"\n{3}|\t| {5}", body):
        yield "the body holds three line breaks, a tab or five spaces in a row"
    if set(names) != set(template.examples):
        yield f"the variables {sorted(names)} are not those with an example, {sorted(template.examples)}"
    yield from (f"a variable cannot be called {name!r}" for name in names if not VARIABLE_NAME.match(name))


def _problems_of_buttons(labels: list[str]) -> Iterable[str]:
    if len(labels) > BUTTONS_MOST or len(set(labels)) < len(labels):
        yield f"more than {BUTTONS_MOST} buttons, or one twice"
    yield from (f"the button {label!r} is too long" for label in labels if not 1 <= len(label) <= LABEL_LONGEST)


def template_for(
    language: str, key: str, values: dict[str, Any], now: datetime, zone: ZoneInfo
) -> TemplateMessage | None:
    """The notice as its template, filled; None when it has none. Raises Fault when a variable has no value."""
    template = next((each for each in load_templates() if _stands_for(each, key, values)), None)
    if template is None:
        return None
    # Meta knows no code for Hindi in Latin letters: it is told in its parent, English, whose letters it is written in.
    spoken = next((each for each in (language, parent_of(language)) if each in template.bodies), FIRST_LANGUAGE)
    words = word_values(spoken, values, now, zone)
    if key.startswith(ALERT):
        words["matter"] = " ".join(filter(None, (say_notice(spoken, key, words), str(values.get("link") or ""))))
    missing = [name for name in template.variables if words.get(name) in (None, "")]
    if missing:
        raise Fault(f"The template {template.name} lacks values for {missing}.")
    taps = [TAPS_BY_NAME[name] for name in template.buttons]
    return TemplateMessage(
        name=template.name,
        language=spoken,
        body={name: fit(str(words[name]), VARIABLE_LONGEST) for name in template.variables},
        replies={place: tap_id(tap, values) for place, tap in enumerate(taps)},
    )


def _stands_for(template: Template, key: str, values: dict[str, Any]) -> bool:
    if template.notice != key and not (template.notice == f"{ALERT}*" and key.startswith(ALERT)):
        return False
    return all(
        wanted is None or bool(values.get(f"{wanted}_paise", values.get(wanted))) is present
        for wanted, present in ((template.when, True), (template.unless, False))
    )
