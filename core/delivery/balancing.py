"""Which rider brings which homes of a window: about as many stops for each, and no apartment for two. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from core.delivery.routing import Home, Point, metres_between, route

Group = list[Home]  # the homes of one apartment, or one home that we cannot place


def share_out(homes: Sequence[Home], riders: int) -> list[list[int]]:
    """The order ids of each rider, in the order of visits; with fewer apartments than riders some have none.

    All homes are put in the order of one route, which is cut where the fullest rider has least; then apartments are
    given away or swapped as long as that makes the numbers more even.
    """
    if riders < 1:
        raise ValueError("stops are shared out among one rider or more")
    shares = _cut(_groups_along(homes), riders)
    while (better := _more_even(shares)) is not None:
        shares = better
    return [route([home for group in share for home in group]) for share in shares]


def _groups_along(homes: Sequence[Home]) -> list[Group]:
    by_id = {home.order_id: home for home in homes}
    groups: dict[tuple[str, int], Group] = {}
    for order_id in route(homes):
        home = by_id[order_id]
        known = home.apartment_id is not None
        key = ("apartment", home.apartment_id or 0) if known else ("order", order_id)
        groups.setdefault(key, []).append(home)
    return list(groups.values())


def _cut(groups: Sequence[Group], riders: int) -> list[list[Group]]:
    """Neighbouring groups for each rider, so that the fullest has as few stops as can be."""
    most = _smallest_most([len(group) for group in groups], riders)
    shares: list[list[Group]] = [[]]
    for group in groups:
        if _count(shares[-1]) + len(group) > most and shares[-1]:
            shares.append([])
        shares[-1].append(group)
    return [*shares, *([] for _ in range(riders - len(shares)))]


def _smallest_most(sizes: Sequence[int], riders: int) -> int:
    most = max(sizes, default=0)
    while _shares_needed(sizes, most) > riders:
        most += 1
    return most


def _shares_needed(sizes: Sequence[int], most: int) -> int:
    shares, filled = 1, 0
    for size in sizes:
        if filled + size > most and filled:
            shares, filled = shares + 1, 0
        filled += size
    return shares


def _count(share: Sequence[Group]) -> int:
    return sum(len(group) for group in share)


def _unevenness(shares: Sequence[Sequence[Group]]) -> int:
    return sum(_count(share) ** 2 for share in shares)


def _more_even(shares: list[list[Group]]) -> list[list[Group]] | None:
    """The most even shares that one gift or one swap leads to, the least scattered of those; None when none does."""
    best, best_key = None, (_unevenness(shares), float("inf"))
    for giver, taker in ((a, b) for a in range(len(shares)) for b in range(len(shares)) if a != b):
        for given in range(len(shares[giver])):
            for taken in (None, *range(len(shares[taker]))):
                changed = _exchange(shares, giver, given, taker, taken)
                key = (_unevenness(changed), _scatter(changed[giver]) + _scatter(changed[taker]))
                if key[0] < _unevenness(shares) and key < best_key:
                    best, best_key = changed, key
    return best


def _exchange(
    shares: Sequence[Sequence[Group]], giver: int, given: int, taker: int, taken: int | None
) -> list[list[Group]]:
    changed = [list(share) for share in shares]
    gift = changed[giver].pop(given)
    if taken is not None:
        changed[giver].append(changed[taker].pop(taken))
    changed[taker].append(gift)
    return changed


def _scatter(share: Sequence[Group]) -> float:
    """How far its apartments lie from their middle, all together."""
    points: list[Point] = [group[0].point for group in share if group[0].point is not None]
    if not points:
        return 0.0
    middle = (sum(point[0] for point in points) / len(points), sum(point[1] for point in points) / len(points))
    return sum(metres_between(point, middle) for point in points)
