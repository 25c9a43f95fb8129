"""What we know of the fruit, said when somebody asks: prices, what is here, ripeness, and when a variety comes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from bot.fitting import fit, plain
from core.answers.topics import named_in
from core.catalog.queries import Offer, Season, seasons
from core.catalog.tables import BaseUnit
from core.clock import business_day
from core.formats import format_calendar_day, format_ripeness
from core.inventory.queries import next_batches
from core.money import format_rupees
from core.orders.queries import items_of
from core.settings import get_settings
from core.wording import pick
from flows import misses
from flows.facts.asked import DISCOUNT, read_asked
from flows.facts.sums import add_up
from flows.my_orders.theirs import ENDED, their_orders
from flows.ordering.fruit import find_offered, packs_left
from flows.ordering.memory import noted
from flows.ordering.steps import Step
from flows.phrases import phrase_lines
from flows.turn import Turn

LONGEST_NAME = 30
OF_ALL = ("which", "fruit", "command.menu")  # words by which a question is about all mangoes
# How many base units are one of what we say how much is left in.
COUNTED_IN = {BaseUnit.PIECE: ("dozen", 12), BaseUnit.GRAM: ("kilo", 1000)}


def meant_fruit(turn: Turn) -> list[Offer]:
    """The fruit that a question is about: the varieties named, the page we are on, what is in the cart or on its way,
    or all."""
    named = [offer for variety in read_asked(turn).varieties if (offer := find_offered(turn, variety))]
    page = find_offered(turn, noted(turn).product) if turn.step in {Step.VARIETY, Step.PACK} else None
    if named:
        return named
    if page is not None:
        return [page]
    wanted = {line.product_id for line in turn.customer.cart.lines} or _ordered_fruit(turn)
    return [offer for offer in turn.customer.offers if offer.product_id in wanted] or turn.customer.offers


def _ordered_fruit(turn: Turn) -> set[int]:
    """What `is it ripe?` means for who has an order under way; `which mangoes are ripe?` is about all of them."""
    if not turn.customer.has_ordered or turn.said_as_line.has(*OF_ALL):
        return set()
    coming = (order for order in their_orders(turn) if order.status not in ENDED)
    return {item.product_id for order in coming for item in items_of(turn.session, order.id)}


def say_ripeness(turn: Turn) -> str:
    """How ripe it comes; what suits a use that was named; the greenest first for who wants it raw."""
    asked = read_asked(turn)
    suited = say_what_suits(turn)
    if suited and not asked.varieties:
        return suited
    by_age = {"raw": lambda offer: -offer.ripe_until_days, "ripe": lambda offer: offer.ripe_until_days}
    offers = meant_fruit(turn)
    for ripeness in asked.ripeness[:1]:
        offers = sorted(offers, key=by_age.get(ripeness, by_age["ripe"]))
    lines = _of_fruit(turn, "answers-ripe", offers, lambda offer: _ripeness_line(turn, offer))
    return "\n".join(filter(None, (lines, suited)))


def say_what_suits(turn: Turn) -> str:
    """Which of what is here is good for a use that was named; empty when none was."""
    said = []
    for use in read_asked(turn).uses:
        fitting = [pick(offer.names, turn.language) for offer in turn.customer.offers if use in offer.good_for]
        said.append(turn.say("answers-suits", use=use, any="yes" if fitting else "no", names=", ".join(fitting)))
    return "\n".join(dict.fromkeys(said))


def say_best(turn: Turn) -> str:
    """No fruit is called better than another: what suits, or what is here today, the soonest ripe first."""
    suited = say_what_suits(turn)
    if suited:
        return suited
    batches = next_batches(turn.session)
    asked = set(read_asked(turn).varieties)
    here = [offer for offer in turn.customer.offers if not asked or offer.product_id in asked]
    far = date.max
    soonest = sorted(here, key=lambda offer: (
        batches[offer.product_id].ripe_by if offer.product_id in batches else far, offer.ripe_until_days))  # fmt: skip
    picked = {product: format_calendar_day(turn.language, batch.harvested_on) for product, batch in batches.items()}
    return _of_fruit(
        turn, "answers-best", soonest, lambda offer: _ripeness_line(turn, offer, picked.get(offer.product_id, ""))
    )


def _ripeness_line(turn: Turn, offer: Offer, picked: str = "") -> str:
    ripeness = format_ripeness(turn.language, offer.ripe_after_days, offer.ripe_until_days)
    return turn.say("answers-ripe-line", name=pick(offer.names, turn.language), ripeness=ripeness,
                    known="yes" if picked else "no", picked=picked)  # fmt: skip


def say_rates(turn: Turn) -> str:
    """The prices of each pack; of an amount that was named, what it comes to."""
    return say_sum(turn) or _of_fruit(turn, "answers-rate", meant_fruit(turn), lambda offer: _rate_line(turn, offer))


def say_fixed_price(turn: Turn) -> str:
    """To who bargains: everybody pays the same. What it costs is in the question that follows. Who asks for a discount
    is kept for the founder, who may write what she has to say of it."""
    if DISCOUNT in named_in("topic", tuple(turn.said.words.split())):
        misses.keep(turn)
    return turn.say("answers-fixed-price")


def say_sum(turn: Turn) -> str:
    """What an amount of fruit that was named would cost; empty when none was named that we have."""
    asked = add_up(turn, read_asked(turn).items)
    if asked is None:
        return ""
    lines = phrase_lines(turn.language, asked.basket.lines)
    return turn.say("answers-sum", lines=lines, total=format_rupees(asked.fruit_paise))


def _rate_line(turn: Turn, offer: Offer) -> str:
    prices = [turn.say("answers-price", pack=pick(pack.labels, turn.language), price=format_rupees(pack.price_paise))
              for pack in packs_left(offer)]  # fmt: skip
    return turn.say("answers-rate-line", name=pick(offer.names, turn.language), prices=" · ".join(prices))


def say_availability(turn: Turn) -> str:
    """What is here, how much of it is left, and until when we have it."""
    ends = season_ends(turn)
    return _of_fruit(turn, "answers-here", meant_fruit(turn), lambda offer: left_line(turn, offer, ends))


def season_ends(turn: Turn) -> dict[int, date]:
    """The last day of each product's season."""
    return {season.product_id: season.ends_on for season in seasons(turn.session)}


def left_line(turn: Turn, offer: Offer, ends: dict[int, date]) -> str:
    unit, size = COUNTED_IN[offer.base_unit]
    left = offer.available // size
    return turn.say(
        "answers-left",
        name=pick(offer.names, turn.language),
        left=left or offer.available,
        unit=unit if left else offer.base_unit.value,
        until=format_calendar_day(turn.language, ends[offer.product_id]),
    )


def _of_fruit(turn: Turn, key: str, offers: Sequence[Offer], line: Callable[[Offer], str]) -> str:
    """A line for each fruit; of varieties named and not here when they come, and which of them are not ours."""
    asked = read_asked(turn)
    missing = [say_when_it_comes(turn, variety) for variety in asked.varieties if find_offered(turn, variety) is None]
    missing += [turn.say("answers-not-ours", name=plain(fit(name, LONGEST_NAME))) for name in asked.strangers]
    named_here = any(find_offered(turn, variety) for variety in asked.varieties)
    if missing and not named_here:
        return "\n".join(dict.fromkeys(missing))
    lines = "\n".join(line(offer) for offer in offers)
    here = turn.say(key, lines=lines) if lines else turn.say("ordering-menu-empty")
    return "\n".join(dict.fromkeys((here, *missing)))


def say_season(turn: Turn) -> str:
    """When the varieties named come, or until when they are here; without a name, what is here and what comes."""
    asked = read_asked(turn)
    if asked.varieties or asked.strangers:
        return say_availability(turn)
    here = [pick(offer.names, turn.language) for offer in turn.customer.offers]
    later = [season for season in seasons(turn.session) if season.begins_on > _today(turn)]
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
