"""What a line asks, by the names of our answers: `rate`, `availability`, `fee`. Pure."""

from __future__ import annotations

from core.reading.changing import BEFORE_ORDER, EMPTY_HANDED
from core.reading.facts import Facts
from core.reading.marks import Line
from core.reading.meaning import Change, Doubt
from core.reading.paying import WILL, asks_whether
from core.reading.prices import lists_prices
from core.reading.showing import wants_pictures, wants_word

# What a question about something else swallows: `cod available hai kya` asks how to pay.
WEAK = {
    "availability": {"fee", "area", "pay", "unknown", "best", "ripe", "windows", "where", "season", "total"},
    "rate": {"fee", "total"},
    "windows": {"where", "fee", "season", "total", "ripe"},
    "season": {"windows", "where", "total", "unknown"},
    "where": {"area"},
    "best": {"unknown", "ripe"},
    "area": {"unknown", "windows", "fee", "ripe"},
    "ripe": {"unknown"},
}
# What is also said of fruit that is wanted, or of a delivery: a question only where one is asked.
SAID_OF_GOODS = frozenset(
    {"ripe", "best", "availability", "season", "unknown", "windows", "area", "where", "pay", "total"}
)
GETTING = frozenset({"possible", "be possible", "milega", "milegi", "milenge", "mil", "मिलेगा", "मिलेगी", "मिलेंगे", "get"})
GOT = frozenset({"mil", "milega", "milegi", "milenge", "मिल", "मिलेगा", "मिलेगी", "मिलेंगे", "get"})
REMAINING = frozenset({"left", "remaining", "bacha", "bache", "bachi", "बचा", "बचे", "बची"})
MOST = 3
TOLD = frozenset({"where", "fee", "windows"})  # `shop ka address bhejo`: said to us, and no wish for fruit
SURELY = frozenset({"pakka", "पक्का"})
TAKES = frozenset({"chalega", "padega", "lete", "loge", "chalta", "chalegi", "चलेगा", "पड़ेगा"})
LOOSE = frozenset({"unknown", "availability", "best", "ripe", "where", "season"})  # asked by one word, or not at all
TELLING = 4  # words of other things: then a statement asks nothing
STRANGE = 3  # words that nobody knows: then a day beside them asks for no window


def questions(facts: Facts) -> tuple[str, ...]:
    """The names of what is asked, in the order said, without those that a stronger one swallows."""
    plain = "rate" if lists_prices(facts) else "availability" if wants_word(facts) else ""
    if plain:
        return (plain,)
    asked = _kept(facts, list(dict.fromkeys(_said(facts))))
    if not asked and facts.at in BEFORE_ORDER and facts.says("track", "command.track"):
        asked = ["windows"]  # nothing is on its way yet
    gone = any(item.change is Change.REMOVE for item in facts.goods.items)
    polite = facts.is_polite and not (facts.at in EMPTY_HANDED and says_only_times(facts))
    if facts.is_question and not asked and not polite and not facts.line.has("some") and not gone:
        asked = _implied(facts)
    asked = _asked_besides(facts, asked)
    if facts.has("city") and set(asked) & {"area", "windows", "availability", "unknown"} and not facts.goods.items:
        return ("area",)
    supposes = facts.has("stop.condition", "supposes") or (facts.has("cancel") and not facts.goods.items)
    asks_of_it = facts.has("cancel", "refund") and supposes and facts.is_question
    if asks_of_it or (facts.says("supposes.word") and not facts.goods.items):
        return ("unknown",)
    if facts.has_names and any(mark.words in REMAINING for mark in facts.line.marks) and "availability" in asked:
        asked = [one for one in asked if one != "unknown"]  # `how many kg of totapuri are left`
    if _asks_between(facts):
        return ("pay",) if Doubt.PAYMENT in facts.doubts else ("best",)
    if _asks_for_the_best(facts, asked):
        return ("best",)
    if facts.has("which") and facts.is_question and set(asked) <= {"availability"}:
        asked = ["rate" if facts.has("cheapest") else "availability" if asked or facts.line.has("there") else "best"]
    if facts.says("what_is_there") and "availability" in asked and not facts.has("when_where"):
        asked = [one for one in asked if one != "where"]  # `dukaan me kaun kaun se aam hai`
    if "windows" in asked and "season" in asked:
        asked.remove("windows" if facts.has_names else "season")
    meant = list(dict.fromkeys(_meant(facts, one, asked) for one in asked))
    return tuple(one for one in meant if not WEAK.get(one, set()) & set(meant))[:MOST]


def says_only_times(facts: Facts) -> bool:
    """`subah 7 baje se pehle la sakte ho kya`, where nothing is ordered yet: it is asked, however politely."""
    return facts.times.wanted is not None and not (facts.goods.items or facts.home or facts.payment or facts.gives)


def _asked_besides(facts: Facts, asked: list[str]) -> list[str]:
    """What is asked beside fruit that is named: when it comes, whether it is there, how it may be paid."""
    alters = any(item.instead_of for item in facts.goods.items)
    tracks = facts.says("track", "command.track") and not alters and facts.at in EMPTY_HANDED
    tracks = tracks and (facts.has("when_where") or not any(item.count for item in facts.goods.items))
    if facts.has_names and "season" not in asked and tracks:
        counted = any(item.count for item in facts.goods.items)
        asked = [*(one for one in asked if one != "windows"), "windows" if counted else "season"]
    if facts.wants and not {"availability", "rate"} & set(asked) and _asks_aside(facts):
        asked.append("availability")
    free = any(mark.means("pay") and not what for mark, what in zip(facts.line.marks, facts.line.taken, strict=True))
    if not asked and facts.is_question and facts.payment is None and facts.goods.items and free:
        asked = ["pay"]  # `2 kg langra, B 1203. gpay works?`
    if facts.opens_asking and facts.has("reach") and any(item.count for item in facts.goods.items) and not asked:
        asked = ["availability"]  # `can 3 dozen kesar reach by friday?`
    return asked


def _asks_between(facts: Facts) -> bool:
    """`hapus se shuru karu ya kesar se, aap batao`; `gpay chalega ya cash hi dena padega`."""
    names = sum(bool(item.variety) for item in facts.goods.items)
    counted = any(item.count or item.unit for item in facts.goods.items)
    chooses = names > 1 and not counted and facts.line.has("telling") and not facts.has("rate_word")
    pays = Doubt.PAYMENT in facts.doubts and any(mark.words in TAKES for mark in facts.line.marks)
    return any(mark.words in {"ya", "or", "या"} for mark in facts.line.marks) and (chooses or (pays and not names))


def _asks_for_the_best(facts: Facts, asked: list[str]) -> bool:
    """`mango shake banana hai, kaun sa aam accha rahega`: which one, and not for pickle, which asks for raw ones."""
    other = facts.line.has("topic.time", "pay") or "ripe" in asked
    if facts.is_question and facts.has("which") and "best" in asked:
        return not other
    of_use = (
        ("best" in asked or facts.has("which")) and facts.line.has("for") and "rate" not in asked
    )  # `best mango for milkshake?`
    return facts.is_question and ((facts.has("which") and facts.has("suits")) or of_use) and not other


def _kept(facts: Facts, asked: list[str]) -> list[str]:
    """Of the words of asking those that ask here: `kaccha` beside a wish describes it, `can you send` is polite."""
    counted = any(item.count for item in facts.goods.items)
    dropped: set[str] = {"area"} if facts.home is not None and facts.line.has("swap") else set()
    if facts.is_polite and (facts.goods.items or facts.times.wanted):
        dropped |= {"availability", "windows", "area"} | ({"ripe"} if counted else set())
    fails = Doubt.PAYMENT in facts.doubts and facts.line.has("fails") and not asks_whether(facts.line)
    if counted and "ripe" in asked and len(asked) > 1 and facts.line.has("for"):
        dropped.add("ripe")  # `2 kg totapuri achar ke liye, total kitna`
    if facts.line.has("some") or fails or (facts.home is not None and not facts.is_question):  # `cash khatam ho gaya`
        dropped.add("availability")
    if not facts.goods.items and not facts.line.has("fruit") and any(mark.words in SURELY for mark in facts.line.marks):
        dropped.add("ripe")  # `aaj delivery hogi na pakka?`
    gone = any(item.change in {Change.REMOVE, Change.LESS} for item in facts.goods.items)
    if gone and (not facts.is_question or facts.has("why")):
        dropped |= SAID_OF_GOODS  # `kesar hata do, pati ko sugar hai`
    if facts.line.has("costly") and (gone or (not facts.is_question and not facts.has("how_much"))):
        dropped.add("rate")  # `hapus mehnga hai` only says so
    if "pay" in asked and any(mark.means("pay") and WILL.search(mark.words) for mark in facts.line.marks):
        dropped.add("pay")  # `cash chalega na? cash hi dungi`
    if facts.home is not None and facts.home.flat and not facts.is_question:
        dropped.add("area")  # `deliver to my mom's place, banyan B 1202`
    if facts.has("cheapest"):
        dropped |= {"best", "availability"} if facts.is_question else {"rate" if counted else "best"}
    if not facts.is_question and not facts.goods.items and _tells_much(facts):
        dropped |= {one for one in set(asked) & LOOSE if one != "unknown" or not _always(facts, one)}
    told = "total" in asked and (facts.line.has("telling") or wants_the_total(facts))  # `sab ka total bata do`
    if facts.times.wanted is not None and facts.gives and not facts.is_question:
        dropped.add("windows")  # `shaam wala slot de do na`
    told = told or (facts.has("show", "telling") and not facts.goods.items and bool(set(asked) & TOLD))
    if not facts.is_question and not told and (facts.wants or not facts.goods.items):
        wishes = facts.line.has("want", "courtesy.give", "do.it") or counted
        always = (facts.has("haggles", "pictures") and not counted) or wants_pictures(facts)
        dropped |= {
            one for one in SAID_OF_GOODS if not _always(facts, one) and (one != "unknown" or wishes) and not always
        }
    return [one for one in asked if one not in dropped]


def wants_the_total(facts: Facts) -> bool:
    """`2 kg neelam and total pls`: joined to what is counted, or politely asked for, and of no amount."""
    line = facts.line
    return any(line.at(place, "ask.total") and line.marks[place].words == "total" and counted_nothing(line, place)
               and not line.at(place - 1, "of")
               and (line.at(place + 1, "courtesy.please", "telling") or line.at(place - 1, "and"))
               for place in range(1, len(line)))  # fmt: skip


def counted_nothing(line: Line, place: int) -> bool:
    """Whether no amount stands beside a word: `total 3 kilo`."""
    return "amount" not in line.taken[place + 1 : place + 3]


def _tells_much(facts: Facts) -> bool:
    """`fridge me rakha sab kharab ho gaya`: a statement of many words that nobody asked about asks nothing."""
    other = sum(not what and (not mark.meanings or mark.means("along", "past", "had", "there"))
                for mark, what in zip(facts.line.marks, facts.line.taken, strict=True))  # fmt: skip
    return other >= TELLING and not facts.has("haggles") and not facts.line.has("telling", "show", "courtesy.give")


def _meant(facts: Facts, one: str, asked: list[str]) -> str:
    """What a word of asking means beside what else is said: how much two dozen are is a total."""
    if one == "rate" and (facts.is_question or not facts.has("rate_word")):
        why = facts.is_question and facts.has("why")  # `itna mehnga kyu hai`
        counted = _counts_in_asking(facts) and not facts.has("rate_word")
        return "unknown" if why else "total" if counted else one
    if (one == "where" and facts.has_names and facts.has("when_where")) or _asks_when(facts, one, asked):
        return "season" if one == "where" and facts.has_names else "windows"  # `neelam kab aayega dukan pe`
    if one == "windows" and _asks_to_get(facts):
        return "availability"
    if one in {"ripe", "best", "availability"} and facts.is_question and facts.line.has("pay"):
        return "pay" if not facts.goods.items and set(asked) <= {"ripe", "best", "availability"} else one
    if one == "area" and facts.home is None:
        return "windows" if facts.times.wanted else "availability" if facts.has_names else one
    return one


def _counts_in_asking(facts: Facts) -> bool:
    """Whether what is asked about is counted: in `hapus kitne ka hai? 1 darjan bhej do` it is not."""
    if not any(item.count for item in facts.goods.items):
        return False
    line = facts.line
    asking = [
        thought
        for thought in facts.thoughts
        if any(line.at(place, "how_much", "ask.rate", "stop.question") for place in thought)
    ]
    named = [thought for thought in asking if any(line.taken[place] == "name" for place in thought)]
    counted = any(line.taken[place] == "amount" for thought in asking for place in thought)
    return counted or not named


def _asks_to_get(facts: Facts) -> bool:
    """`kesar aaj mil jayega kya`: whether some fruit is to be had, whatever the day."""
    if not facts.has_names or facts.has("when_where", "topic.time", "hostile.delivery"):
        return False
    return any(span.means({"ask.windows"}) and not GOT.isdisjoint(span.words.split()) for span in facts.said.spans)


def _asks_when(facts: Facts, one: str, asked: list[str]) -> bool:
    """Whether a word of asking is about time here: `aaj hi milega?`, `which timings do you deliver`, `when can you come
    to Lotus Court?`."""
    if one == "availability":
        if facts.at == "when" and not facts.has_names:
            return True  # `is there anything later than 7`
        gets = any(mark.words.split()[0] in GETTING for mark in facts.line.marks) or facts.line.has("hostile.delivery")
        return gets and bool(facts.times.wanted) and not facts.goods.items and not facts.line.has("fruit")
    if one in {"area", "where"}:
        return "area" in asked and facts.has("topic.time")
    comes = facts.home is not None and facts.has("when_where") and not facts.has("how_much")
    return one == "total" and comes


def _asks_aside(facts: Facts) -> bool:
    """`hapus hai? ek darjan bhej do`: a name, then the mark, and only then what is wanted."""
    marks = facts.line.marks
    asked = next((place for place, mark in enumerate(marks) if mark.means("stop.mark")), len(marks))
    before = range(asked)
    named = any(facts.line.taken[place] == "name" or facts.line.at(place, "fruit") for place in before)
    wished = any(facts.line.taken[place] == "amount" or marks[place].means("want", "courtesy.give") for place in before)
    return asked < len(marks) - 1 and named and not wished


def _said(facts: Facts) -> list[str]:
    return [meaning.partition(".")[2] for span in facts.said.spans for meaning in sorted(span.meanings)
            if meaning.startswith("ask.") and not (facts.goods.items and span.means({"less"}))
            and not (meaning == "ask.best" and span.means({"which"}))
            and not (meaning == "ask.total" and span.words == "amount" and facts.says("ask.fee"))
            and not (meaning == "ask.season" and span.means({"span.next"}) and facts.times.wanted)]  # fmt: skip


def _always(facts: Facts, one: str) -> bool:
    """Asked even without a mark or word of asking: by a way of several words (`hapus milega`)."""
    return (
        (one != "area" or facts.home is not None or _delivers_then(facts))
        and not (one == "windows" and facts.at == "regular" and facts.said.spans[0].means({"answer.yes"}))
        and any(f"ask.{one}" in span.meanings and " " in span.words for span in facts.said.spans)
        and not facts.wants
    )


def _delivers_then(facts: Facts) -> bool:
    """`raat 9 ke baad delivery hoti hai`."""
    told = any(span.means({"ask.area"}) and "deliver" in span.words for span in facts.said.spans)
    return told and facts.times.wanted is not None and not facts.has_names


def _implied(facts: Facts) -> list[str]:
    """What a question is about that names none of ours: `gpay chalega kya`, `kal hogi kya`, `langra?`."""
    told = facts.line.has("fails") and not asks_whether(facts.line)  # `card is blocked, will give cash`
    if told or (facts.says("track", "command.track") and not facts.goods.items):
        return []
    if any(mark.means("pay") for mark in facts.line.marks) and not facts.goods.items:
        return ["pay"]
    if facts.home is not None and not facts.goods.items:
        return [] if "refused" in facts.line.taken else ["area"]  # `tower B likh diya kya? A hai`
    if facts.has_names and facts.has("how_much"):
        return ["total" if any(item.count for item in facts.goods.items) else "rate"]
    if _asks_how_it_is(facts) or (facts.has_names and not facts.wants):
        return ["unknown" if _asks_how_it_is(facts) else "availability"]
    strange = sum(not mark.meanings for mark in facts.line.marks)
    asks_when = facts.times.wanted and not facts.times.refused and not facts.goods.items and strange < STRANGE
    return ["windows"] if asks_when and (not facts.is_polite or facts.at in EMPTY_HANDED) else []


def _asks_how_it_is(facts: Facts) -> bool:
    """`is imam pasand fibrous`, `do u wash the mangoes before packing`: a word that nobody knows is asked about."""
    line = facts.line
    strange = any(not what and (not mark.meanings or mark.means("claim.bad"))
                  for mark, what in zip(line.marks, line.taken, strict=True))  # fmt: skip
    opens = line.at(0, "stop.question") and line.marks[0].words in {"is", "are", "does", "do"}
    named = facts.has_names and opens and line.at(1, "variety", "stranger", "courtesy.article", "ours")
    asked = line.at(0, "stop.question") or line.has("stop.mark")
    return strange and (named or (asked and line.has("fruit") and not facts.has_names and not facts.wants))
