"""What we know of the fruit, said when somebody asks: prices, ripeness, and when a variety comes."""

from __future__ import annotations

from datetime import date

from core.catalog.queries import Offer, Season, seasons
from core.clock import business_day
from core.formats import format_calendar_day, format_ripeness
from core.money import format_rupees
from core.settings import get_settings
from core.wording import pick
from flows.ordering.fruit import find_offered, named_variety, packs_left
from flows.ordering.memory import noted
from flows.ordering.steps import Step
from flows.turn import Turn


def named_and_missing(turn: Turn) -> int | None:
    """The variety that the sentence names, when we do not have it now."""
    named = named_variety(turn.said_of_fruit)
    return named if named is not None and find_offered(turn, named) is None else None


def meant_fruit(turn: Turn) -> list[Offer]:
    """The fruit that a question is about: the variety named, the page we are on, what is in the cart, or all."""
    named = find_offered(turn, named_variety(turn.said_of_fruit))
    page = find_offered(turn, noted(turn).product) if turn.step in {Step.VARIETY, Step.PACK} else None
    one = named or page
    if one:
        return [one]
    wanted = {line.product_id for line in turn.customer.cart.lines}
    return [offer for offer in turn.customer.offers if offer.product_id in wanted] or turn.customer.offers


def say_ripeness(turn: Turn) -> str:
    return _of_fruit(turn, "answers-ripe", [_ripeness_line(turn, offer) for offer in meant_fruit(turn)])


def say_best(turn: Turn) -> str:
    """No fruit is called better than another: what is here today, the soonest ripe first."""
    soonest = sorted(turn.customer.offers, key=lambda offer: (offer.ripe_until_days, offer.ripe_after_days))
    return _of_fruit(turn, "answers-best", [_ripeness_line(turn, offer) for offer in soonest])


def _ripeness_line(turn: Turn, offer: Offer) -> str:
    ripeness = format_ripeness(turn.language, offer.ripe_after_days, offer.ripe_until_days)
    return turn.say("answers-ripe-line", name=pick(offer.names, turn.language), ripeness=ripeness)


def say_rates(turn: Turn) -> str:
    return _of_fruit(turn, "answers-rate", [_rate_line(turn, offer) for offer in meant_fruit(turn)])


def _rate_line(turn: Turn, offer: Offer) -> str:
    prices = [turn.say("answers-price", pack=pick(pack.labels, turn.language), price=format_rupees(pack.price_paise))
              for pack in packs_left(offer)]  # fmt: skip
    return turn.say("answers-rate-line", name=pick(offer.names, turn.language), prices=" · ".join(prices))


def _of_fruit(turn: Turn, key: str, lines: list[str]) -> str:
    """Lines about fruit; of a variety that is named and not here, when it comes."""
    missing = named_and_missing(turn)
    if missing is not None:
        return say_when_it_comes(turn, missing)
    return turn.say(key, lines="\n".join(lines)) if lines else turn.say("ordering-menu-empty")


def say_season(turn: Turn) -> str:
    """When the variety named comes; without a name, what is here and all that come later."""
    missing = named_and_missing(turn)
    if missing is not None:
        return say_when_it_comes(turn, missing)
    named = find_offered(turn, named_variety(turn.said_of_fruit))
    here = [pick(offer.names, turn.language) for offer in ([named] if named else turn.customer.offers)]
    later = [] if named else [season for season in seasons(turn.session) if season.begins_on > _today(turn)]
    return turn.say(
        "answers-season",
        has_here="yes" if here else "no",
        here=", ".join(here),
        has_coming="yes" if later else "no",
        coming="\n".join(_coming_line(turn, season) for season in later),
    )


def say_when_it_comes(turn: Turn, product_id: int) -> str:
    """Of a variety that cannot be had now: when its season begins, that it is over, or that it is sold out."""
    season = next(iter(seasons(turn.session, product_id)), None)
    today = _today(turn)
    if season is None or season.begins_on <= today <= season.ends_on:
        return turn.say("ordering-variety-gone")
    if season.begins_on > today:
        return _coming_line(turn, season)
    return turn.say("answers-season-over", name=pick(season.names, turn.language))


def _coming_line(turn: Turn, season: Season) -> str:
    day = format_calendar_day(turn.language, season.begins_on)
    return turn.say("answers-season-coming", name=pick(season.names, turn.language), day=day)


def _today(turn: Turn) -> date:
    return business_day(turn.now, get_settings().zone)
