"""Pay that a posting states for this job; sums of benefits, of markets and of other people are none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice

from pmgap.postings.choices import AnyOf, holds_any
from pmgap.postings.layout import Fragment
from pmgap.postings.patterns import Pattern, TwoPatterns
from pmgap.postings.posting import Pay, Period, Quote

_CURRENCIES = {
    "us$": "USD", "usd": "USD", "c$": "CAD", "cad": "CAD", "ca$": "CAD", "a$": "AUD", "aud": "AUD", "au$": "AUD", "nz$": "NZD",
    "nzd": "NZD", "s$": "SGD", "sgd": "SGD", "hk$": "HKD", "$": "USD", "£": "GBP", "gbp": "GBP", "€": "EUR", "eur": "EUR",
    "euro": "EUR", "euros": "EUR", "₹": "INR", "inr": "INR", "rs": "INR", "rs.": "INR", "chf": "CHF", "sek": "SEK", "nok": "NOK",
    "dkk": "DKK", "pln": "PLN", "zł": "PLN", "aed": "AED", "¥": "JPY", "jpy": "JPY", "brl": "BRL", "r$": "BRL", "zar": "ZAR",
    "rmb": "CNY", "cny": "CNY", "元": "CNY", "₦": "NGN", "ngn": "NGN", "kes": "KES", "ksh": "KES", "kshs": "KES", "ksh.": "KES", "₱": "PHP",
    "php": "PHP", "idr": "IDR", "rp": "IDR", "nt$": "TWD", "ntd": "TWD", "twd": "TWD", "myr": "MYR", "rm": "MYR", "thb": "THB",
    "฿": "THB", "vnd": "VND", "qar": "QAR", "sar": "SAR", "₪": "ILS", "ils": "ILS", "₺": "TRY", "mxn": "MXN", "kč": "CZK",
    "czk": "CZK", "huf": "HUF", "ron": "RON", "₩": "KRW", "krw": "KRW", "egp": "EGP", "ghs": "GHS", "pkr": "PKR", "bdt": "BDT",
    "yen": "JPY", "dollars": "USD", "pounds": "GBP", "naira": "NGN", "rand": "ZAR",
}  # fmt: skip
_SMALL_UNITS = {
    "INR": 100, "JPY": 150, "CNY": 10, "NGN": 1_000, "KES": 100, "PHP": 50, "IDR": 15_000, "TWD": 30, "THB": 30, "VND": 20_000, "CZK": 25,
    "HUF": 350, "KRW": 1_300, "PKR": 250, "BDT": 100, "ZAR": 20, "MXN": 20, "EGP": 50, "TRY": 40, "SEK": 10, "NOK": 10, "DKK": 10,
    "PLN": 4, "AED": 4, "BRL": 5, "MYR": 4,
}  # fmt: skip
"""About how many of a currency make a dollar, where it is many."""
_DOLLARS: tuple[tuple[str, TwoPatterns], ...] = (
    (
        "USD",
        TwoPatterns(
            Pattern(
                r"\bunited states\b|\bu\.s\.|\b401 ?\(?k|\b403 ?\(?b|\bamerica\b|\bnew york\b|\bsan francisco\b",
                hints="united states|u.s.|401|403|america|new york|san francisco",
            ),
            Pattern(r"\bUSA?\b|, (?:AL|AZ|CA|CO|CT|DC|FL|GA|IL|MA|MD|MI|MN|MO|NC|NJ|NY|OH|OR|PA|TN|TX|UT|VA|WA|WI)\b"),
        ),
    ),
    (
        "CAD",
        TwoPatterns(
            Pattern(
                r"\bcanad(?:a|ian)\b|\btoronto\b|\bvancouver\b|\bmontr[eé]al\b|\bottawa\b|\bcalgary\b|\bedmonton\b|\bontario\b|"
                r"\bbritish columbia\b|\balberta\b|\bmanitoba\b|\bsaskatchewan\b|\bnova scotia\b|\bnew brunswick\b|\bnewfoundland\b|\bqu[eé]bec\b|\bfirst nations\b|\brrsp\b|\bthe province\b|\bprovincial\b",
                hints="canad|toronto|vancouver|montr|ottawa|calgary|edmonton|ontario|british columbia|alberta|manitoba|saskatchewan|nova scotia|new brunswick|newfoundland|qu|first nations|rrsp|provinc",
            )
        ),
    ),
    (
        "AUD",
        TwoPatterns(
            Pattern(
                r"\baustralian?\b|\bsydney\b|\bmelbourne\b|\bbrisbane\b|\badelaide\b|\bcanberra\b|\bqueensland\b|"
                r"\bsuperannuation\b|[+%] ?super\b",
                hints="australia|sydney|melbourne|brisbane|adelaide|canberra|queensland|super",
            ),
            Pattern(r"\bNSW\b", hints="NSW"),
        ),
    ),
    (
        "NZD",
        TwoPatterns(
            Pattern(
                r"\bnew zealand\b|\bauckland\b|\bwellington\b|\bkiwisaver\b|\baotearoa\b",
                hints="new zealand|auckland|wellington|kiwisaver|aotearoa",
            )
        ),
    ),
    ("SGD", TwoPatterns(Pattern(r"\bsingapore\b", hints="singapore"))),
    ("HKD", TwoPatterns(Pattern(r"\bhong kong\b", hints="hong kong"))),
)
"""Where a dollar is what it says it is not; the first that fits."""
_LETTERS = {"r": "ZAR", "n": "NGN"}
"""Capital letters that are a sign right before a sum: "R45 000"; N only where the posting names Nigeria."""
_NIGERIA = Pattern(
    r"\b(?:nigerian?|lagos|abuja|naira|port harcourt|ibadan)\b", hints="nigeria|lagos|abuja|naira|harcourt|ibadan"
)
_AMOUNT = r"\d{1,3}(?:\.\d{3})+,\d{2}(?!\d)|\d{1,3}(?:[,.  ’']\d{2,3}){1,3}(?:\.\d{1,2})?|\d{1,7}(?:\.\d{1,2})?"
_THOUSAND = r"[km](?!\w)|million\b|mn\b|lpa\b|lakhs?\b|lacs?\b|l\b"
_ANY_SIGN = f"(?:{'|'.join(map(re.escape, sorted(_CURRENCIES, key=len, reverse=True)))})"
_SIGN_AFTER, _AHEAD = rf"{_ANY_SIGN}(?![^\W\d_])", rf"(?:{_ANY_SIGN}|[rn](?=\s?\d))"
_MONEY = Pattern(
    rf"(?<![\w.])(?!(?:19|20)\d\d {_ANY_SIGN} ?(?:\d{{4}}|\d{{1,3}}(?:[,.]\d{{3}}| ?k\b)))(?!\d\d? ?[-–—:] ?{_AHEAD}\s?\d)(?:(?P<before>{_AHEAD})(?:\)?:)?)?\s?(?P<low>{_AMOUNT})\s?(?P<thousand>{_THOUSAND})?\s?"
    rf"(?P<mid>{_SIGN_AFTER})?(?:\s?(?:/|per |a )?(?:year|yr|annum|hour|hr|mon|month|day)\b\.?\s?)?(?:\s?\([^()\d]{{1,20}}\)\s?)?"
    rf"(?:,?\s?(?:[-–—−‐‑~]|to|and|\(or|up to|(?:rising|increasing|growing|going) (?:up )?to|(?:and )?goes up to|through)\s?(?:(?:usd|cad|aud|nzd|sgd|hkd|eur|gbp|inr)\s)?(?P<before2>{_AHEAD})?\s?(?P<high>{_AMOUNT})\s?"
    rf"(?P<thousand2>{_THOUSAND})?\s?(?P<after>{_SIGN_AFTER})?)?"
    r"(?P<big>\s?(?:\+\s?)?(?:bn?\b|billion|million|m\b|mm\b|trillion|users|customers|units|students|learners|%|people|employees))?"
)
"""A sum or a range. In "2026 KSh 60,000" the year is none."""
_NUMBER = Pattern(r"\d+")
_BLANK_OR_DIGIT = Pattern(r"[\s\d]")
_BEHIND_A_NUMBER = Pattern(r" ?(?:k ?|(?:m|mn|million) )?([^\s\d]+)")
NEAR = 40
"""Characters before a number that may belong to it."""
MOST_NUMBERS = 24
"""Numbers of a sentence that are looked at one by one; with more it may well hold a sum."""
_SIGNS = (*_CURRENCIES, *_LETTERS)
_UNITS = (*_SIGNS, "l")
_LAKHS = ("lpa", "lakh", "lac")
_OF_PAY = AnyOf(
    r"salary|salaries|base pay|base compensation|compensation|pay (?:range|scale|band|rate)|remuneration|wage|ctc|lpa|"
    r"pro[- ]?rata|fte|doe|depending on experience|annual(?:ly)?|per annum|p\.?a\.?|pay is|pay of|per year|a year|per hour|hourly|per month|monthly|a month|upto|per day|daily|day rate|"
    r"base range|hiring range|pays|package|gross|rate",
    before=r"\b",
    after=r"\b",
) | AnyOf(
    r"[+&] ?(?:\d[\d.,]* ?%? ?(?:[-–] ?\d[\d.,]* ?%? ?)?)?(?:equity|bonus|options|esops?|benefits|super|superannuation|commission|pension|housing|accommodation|flights?)\b|"
    r"\bpay:|\bthis (?:role|position|job):|\bsalari(?:s|ed)\b|x ?1[2-6]\b|/ ?(?:yr|year|hr|hour|h|mo|mon|month|annum|day)\b"
)
_NOT_PAY = AnyOf(
    r"bonus(?! eligible)|ote|on[- ]target|stipend|allowance|budgets?|reimburse\w*|referral|401|funding|raised|valuation|revenue|arr|(?<!geographic )(?<!cost )market|"
    r"invest\w*|insurance|mediclaim|sign-on|relocation|discount|learning|wellness|worth|donat\w+|grant|fund|parental|equipment|travel|seed|series|turnover|profit|sales|deals?|(?<!employment )(?<!work )contracts?(?! of employment|:)|portfolio|clients?|customers?|fees?|savings?|prize|spend|voucher|average|transactions?|incomes?|people with|households?|grants|purchases?|orders?",
    before=r"\b",
    after=r"\b",
)
_PERIODS: tuple[tuple[Period, Pattern], ...] = (
    ("hour", Pattern(r"per hour|/ ?(?:hr|hour|h)\b|\bhourly\b|\ban hour\b")),
    ("day", Pattern(r"per day|/ ?day\b|\bdaily rate\b|\bday rate\b|\ba day\b")),
    ("month", Pattern(r"[x×] ?1[2-6]\b|per month|/ ?(?:mo|mon|month)\b|\bmonthly\b|\ba month\b")),
    ("two weeks", Pattern(r"\bbi-?weekly\b|\bfortnight(?:ly)?\b|\b(?:every|per) two weeks\b")),
    ("week", Pattern(r"per week|/ ?week\b|\bweekly\b")),
)
_SURELY_PAY = Pattern(r"\bsalary|\bbase\b|\bpay (?:range|band)|\bcompensation range")
_BREAK = Pattern(r"[,;.|+•·]| plus | (?:with|and|alongside) (?=(?:an? )?(?:\w+ ){0,4}\d+ ?%)|[(\[](?=\D)")
_MILLIONS = Pattern(r"m|mn|million")
_NEVER_PAY = Pattern(r"insurance|\bcover\b|\b\d ?x salary", hints="insurance|cover|x salary")
_LEAST = Pattern(
    r"\b(?:from|starting at|starts at|at least|min(?:imum|\.)?(?: (?:gross|base|annual|monthly|starting|yearly|salary|pay|wage)){0,3}(?::? for this (?:position|role|job)(?: it)?)?(?: of| is| amounts to)?|"
    r"upwards of)\s*:?\s*$"
)
_MOST = Pattern(
    r"\b(?:up ?to|max(?:imum|\.)?(?: (?:gross|base|annual|monthly|yearly|salary|pay)){0,3}(?: of| is)?|no more than|capped at)\s*:?\s*$"
)
_BEFORE_A_SUM = Pattern(r"\W{0,5}(?:up to|from|circa|around|c\.|starting (?:at|from))?\W{0,5}")
_AND_MORE = Pattern(
    r"\s?(?:\+(?! ?(?:super|bonus|equity|benefits|options|commission|housing|car|pension|variable|stock))|(?:or|and) (?:above|more|higher|upwards?|over|up)\b|upwards?\b)"
)
_OF_BASE = Pattern(r"\bbase\b", hints="base")
_DIGITS = "0123456789"
_CODE = Pattern(r"\b(?:USD|CAD|AUD|NZD|SGD|EUR|GBP|HKD|CHF)\b")
_LAKH = 100_000
MOST_SUMS = 12
"""The most sums that are looked at in a sentence."""
WIDEST_SCALE = 2.5
"""How many times the first of several sums of a sentence, each larger than the one before, the last may be if they are the
points of a scale."""


def pay_stated(fragments: Sequence[Fragment]) -> Pay | None:
    """The pay that a text states for the job: of several ranges that of the base pay, else the first."""
    found: list[tuple[Pay, bool]] = []
    for index, fragment in enumerate(fragments):
        if _has_a_sum(fragment.small):
            heading = fragments[index - 1].small if index else ""
            found.extend(_in_sentence(fragment, heading, fragments))
    found = _as_scales(found)
    ranges = [it for it in found if it[0].min != it[0].max and None not in (it[0].min, it[0].max)]
    chosen = next((pay for pay, base in ranges if base), None) or next((pay for pay, _ in ranges or found), None)
    if chosen is None:
        return None
    if not ranges:
        chosen = _with_other_end(chosen, [pay for pay, _ in found])
    return replace(chosen, currency=_of_the_place(chosen, fragments))


def _as_scales(found: Sequence[tuple[Pay, bool]]) -> list[tuple[Pay, bool]]:
    """Sums of pay, with the points of a scale that one sentence names ("level 2 is $118,450 and level 3 is $134,700") as one range."""
    scales: list[tuple[Pay, bool]] = []
    for _, group in groupby(found, key=lambda it: (it[0].quote, it[0].currency, it[0].per)):
        points = list(group)
        first = points[0][0].min
        sums = [pay.max for pay, _ in points if pay.max is not None and pay.min in (pay.max, None)]
        if first and len(sums) == len(points) > 1 and sums == sorted(set(sums)) and sums[-1] <= WIDEST_SCALE * first:
            pay, base = points[0]
            points = [(replace(pay, max=sums[-1]), base)]
        scales += points
    return scales


def _with_other_end(pay: Pay, others: Sequence[Pay]) -> Pay:
    """A lowest sum with the highest that is stated apart: "This position is EUR 48,500. ... We pay up to EUR 64,000"."""
    if pay.min is None or pay.max not in (None, pay.min):
        return pay
    alike = (it.max for it in others if it.min is None and (it.currency, it.per) == (pay.currency, pay.per))
    return replace(pay, max=next((it for it in alike if it and pay.min < it <= WIDEST_SCALE * pay.min), pay.max))


def _of_the_place(pay: Pay, fragments: Sequence[Fragment]) -> str:
    """The currency, where a bare dollar is that of the country which the posting names."""
    if pay.currency != "USD" or re.search(r"\bUSD?\b", pay.quote.text):
        return pay.currency
    return next(
        (code for code, places in _DOLLARS if any(places.search(it.text, it.small) for it in fragments)), pay.currency
    )


def _in_sentence(fragment: Fragment, heading: str, fragments: Sequence[Fragment]) -> Iterator[tuple[Pay, bool]]:
    """The sums of pay in a sentence, and whether each is said to be the base pay."""
    small = fragment.small
    about_pay = _OF_PAY.is_in(small) or (len(heading) < 60 and _OF_PAY.is_in(heading))
    for hit in islice(_MONEY.finditer(small), MOST_SUMS):
        if hit["big"] or not (hit["before"] or hit["mid"] or hit["after"] or hit["before2"] or _indian(hit)):
            continue
        if not _is_sign(hit, fragment, fragments):
            continue
        before, after = _beside(small, hit)
        lakhs_a_year = "lpa" in hit.group()
        surely = _SURELY_PAY.search(before) and not _NEVER_PAY.search(before)
        if _NOT_PAY.is_in(before + after) and not lakhs_a_year and not surely:
            continue
        made = _pay(hit, fragment)
        if made is not None and (
            about_pay
            or _is_nothing_else(small, hit)
            or (made.min != made.max and made.per == "year" and None not in (made.min, made.max))
        ):
            yield made, _OF_BASE.search(before + after) is not None


def _is_nothing_else(small: str, hit: re.Match[str]) -> bool:
    """Whether a line is a sum and no more: "Up to £60,000"."""
    return _BEFORE_A_SUM.fullmatch(small[: hit.start()]) is not None and not small[hit.end() :].strip(" .*")


def _is_sign(hit: re.Match[str], fragment: Fragment, fragments: Sequence[Fragment]) -> bool:
    """Whether a letter before a sum is the sign of a currency."""
    sign = hit["before"]
    if sign not in _LETTERS:
        return True
    if not fragment.text[hit.start("before")].isupper() or len(re.sub(r"\D", "", hit["low"])) < 4 - 3 * bool(
        hit["thousand"] or hit["thousand2"]
    ):
        return False
    return sign != "n" or any(_NIGERIA.search(it.small) for it in fragments)


def _has_a_sum(small: str) -> bool:
    """Whether something that may be a currency stands beside a number: asked first, as nearly all numbers are none."""
    if small.isascii() and not holds_any(small, _DIGITS):  # numbers may be written in the digits of another script
        return False
    numbers = list(islice(_NUMBER.finditer(small), MOST_NUMBERS))
    for number in numbers:
        start, end = number.span()
        before = _BLANK_OR_DIGIT.compiled.split(small[max(0, start - NEAR) : start].removesuffix(" "))[-1].rstrip(":)")
        after = _BEHIND_A_NUMBER.match(small, end)
        if _may_be_currency(before) or (after is not None and _may_be_currency(after[1])):
            return True
    return len(numbers) == MOST_NUMBERS


def _may_be_currency(piece: str) -> bool:
    if piece.isalpha():
        return piece in _CURRENCIES or piece in _LETTERS or piece == "l" or piece.startswith(_LAKHS)
    return piece.endswith(_SIGNS) or piece.startswith(_UNITS)


def _beside(small: str, hit: re.Match[str]) -> tuple[str, str]:
    """What belongs to a sum: the words around it up to the next comma, plus or full stop."""
    before = _BREAK.compiled.split(small[max(0, hit.start() - NEAR) : hit.start()])[-1]
    return before, _BREAK.compiled.split(small[hit.end() : hit.end() + 30], maxsplit=1)[0]


def _indian(hit: re.Match[str]) -> bool:
    return (hit["thousand2"] or hit["thousand"] or "") in ("lpa", "lakh", "lakhs", "lac", "lacs", "l")


def _pay(hit: re.Match[str], fragment: Fragment) -> Pay | None:
    """A sum as pay, if it can be that."""
    small = fragment.small
    around = small[max(0, hit.start() - NEAR) : hit.end() + 30]
    currency = _currency(hit, fragment.text)
    scale = hit["thousand"] or hit["thousand2"]
    if _MILLIONS.fullmatch(hit["thousand2"] or scale or "") and currency not in _SMALL_UNITS:
        return None
    low = _sum(hit["low"], scale)
    high = _sum(hit["high"], hit["thousand2"] or scale) if hit["high"] else None
    if low is None or (hit["high"] and high is None):
        return None
    units = _SMALL_UNITS.get(currency, 1)
    stated = next((name for name, pattern in _PERIODS if pattern.search(around)), None)
    period: Period = stated or ("month" if currency in _BY_THE_MONTH and low < _BOUNDS["year"][0] * units else "year")
    if high is not None and high <= low:
        return None
    least, most = _BOUNDS[period]
    if not least <= low <= most * units:
        return None
    ahead = small[max(0, hit.start() - 2 * NEAR) : hit.start()]
    least_of_it: float | None = low
    if high is None and _MOST.search(ahead):
        least_of_it, high = None, low
    elif high is None and not _LEAST.search(ahead) and not _AND_MORE.match(small, hit.end()):
        high = low
    return Pay(
        min=least_of_it,
        max=high,
        currency=currency,
        per=period,
        quote=Quote(line=fragment.line_at(hit.start()), text=fragment.text),
    )


def _currency(hit: re.Match[str], text: str) -> str:
    """The currency of a sum: a code beside it says more than a sign that several countries use."""
    near = text[max(0, hit.start() - 5) : hit.start()], text[hit.end() : hit.end() + 8]
    beside = [found.group() for part in near for found in _CODE.finditer(part)]
    signs = [it for it in (hit["before"], hit["mid"], hit["before2"], hit["after"]) if it] or ["₹"]
    codes = [it for it in signs if it.isalpha()]
    sign = (codes or signs)[0]
    return beside[0] if beside else _CURRENCIES.get(sign) or _LETTERS[sign]


_BOUNDS: dict[Period, tuple[float, float]] = {
    "year": (12_000, 1_500_000), "month": (500, 200_000), "week": (200, 20_000), "two weeks": (400, 40_000), "day": (80, 5_000), "hour": (8, 600),
}  # fmt: skip
"""Sums that pay can be, in most currencies."""
_BY_THE_MONTH = frozenset("PLN CZK HUF RON SEK DKK ZAR BRL TWD THB MYR IDR PHP KES AED QAR SAR VND SGD HKD".split())
"""Currencies of countries that state pay by the month: a sum too small for a year is one, though it does not say so."""


def _sum(text: str, scale: str | None) -> float | None:
    """A number as it is written in English or on the continent."""
    digits = re.sub(r"[  ’']", "", text)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d{2})?", digits):
        digits = digits.partition(",")[0].replace(".", "")
    digits = digits.replace(",", "")
    try:
        value = float(digits)
    except ValueError:
        return None
    factor = {"k": 1_000, "": 1, "m": 1_000_000, "mn": 1_000_000, "million": 1_000_000}.get(scale or "", _LAKH)
    return value * factor
