"""Pay that a posting states for this job; sums of benefits, of markets and of other people are none."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal

from pmgap.postings.layout import Fragment
from pmgap.postings.patterns import Pattern
from pmgap.postings.posting import Pay, Quote

Period = Literal["year", "month", "week", "day", "hour"]

_CURRENCIES = {
    "us$": "USD", "usd": "USD", "c$": "CAD", "cad": "CAD", "ca$": "CAD", "a$": "AUD", "aud": "AUD", "au$": "AUD", "nz$": "NZD",
    "nzd": "NZD", "s$": "SGD", "sgd": "SGD", "hk$": "HKD", "$": "USD", "£": "GBP", "gbp": "GBP", "€": "EUR", "eur": "EUR",
    "euro": "EUR", "euros": "EUR", "₹": "INR", "inr": "INR", "rs": "INR", "rs.": "INR", "chf": "CHF", "sek": "SEK", "nok": "NOK",
    "dkk": "DKK", "pln": "PLN", "zł": "PLN", "aed": "AED", "¥": "JPY", "jpy": "JPY", "brl": "BRL", "r$": "BRL", "zar": "ZAR",
}  # fmt: skip
_SIGN = "|".join(re.escape(it) for it in sorted(_CURRENCIES, key=len, reverse=True))
_AMOUNT = r"\d{1,3}(?:[,.  ’']\d{2,3}){1,3}(?:\.\d{1,2})?|\d{1,7}(?:\.\d{1,2})?"
_MONEY = Pattern(
    rf"(?<![\w.])(?P<before>{_SIGN})?\s?(?P<low>{_AMOUNT})\s?(?P<thousand>[kK](?!\w)|LPA\b|lakhs?\b|lacs?\b|L\b)?\s?"
    rf"(?P<mid>{_SIGN})?(?:\s?(?:/|per )?(?:year|yr|annum|hour|hr|month)\s?)?"
    rf"(?:\s?(?:-|–|—|to|and|up to|through)\s?(?P<before2>{_SIGN})?\s?(?P<high>{_AMOUNT})\s?"
    rf"(?P<thousand2>[kK](?!\w)|LPA\b|lakhs?\b|lacs?\b|L\b)?\s?(?P<after>{_SIGN})?)?"
    r"(?P<big>\s?(?:\+\s?)?(?:bn?\b|billion|million|m\b|mm\b|trillion|users|customers|%|people|employees))?"
)
_MAY_BE_MONEY = Pattern(
    r"[$£€₹¥] ?\d|\d\s?[kK]?\s?[$£€₹¥]|\d[\d.,k ]*(?:lpa|lakh|lac|usd|eur|gbp|inr|chf|sek|nok|dkk|pln|zł|aed|cad|aud|sgd|zar)|"
    r"\b(?:usd|eur|gbp|inr|rs\.?|chf|sek|nok|dkk|pln|aed|cad|aud|sgd|zar|brl|hkd|nzd)\s?\d",
    hints="$|£|€|₹|¥|usd|eur|gbp|inr|rs.|rs |chf|sek|nok|dkk|pln|zł|aed|cad|aud|sgd|zar|brl|hkd|nzd|lpa|lakh|lac",
)
_OF_PAY = Pattern(
    r"\b(?:salary|salaries|base pay|base compensation|compensation|pay (?:range|scale|band|rate)|remuneration|wage|ctc|lpa|ote|"
    r"on-target earnings|annual(?:ly)?|per annum|p\.?a\.?|pay is|pay:|pay of|per year|a year|/ ?(?:yr|year|hr|hour|month|annum)|per hour|hourly|per month|"
    r"base range|hiring range|pays|package|gross|rate)\b"
)
_NOT_PAY = Pattern(
    r"\b(?:bonus(?! eligible)|stipend|allowance|budget|reimburse\w*|referral|401|funding|raised|valuation|revenue|arr|market|"
    r"invest\w+|insurance|sign-on|relocation|discount|learning|wellness|worth|donat\w+|grant|fund|parental|equipment|travel|fine)\b"
)
_PERIODS: tuple[tuple[Period, Pattern], ...] = (
    ("hour", Pattern(r"per hour|/ ?(?:hr|hour)\b|\bhourly\b|\ban hour\b")),
    ("day", Pattern(r"per day|/ ?day\b|\bdaily rate\b|\bday rate\b|\ba day\b")),
    ("month", Pattern(r"per month|/ ?(?:mo|month)\b|\bmonthly\b|\ba month\b")),
    ("week", Pattern(r"per week|/ ?week\b|\bweekly\b")),
)
_CODE = re.compile(r"\b(?:USD|CAD|AUD|NZD|SGD|EUR|GBP|HKD|CHF)\b")
_LAKH = 100_000
MOST_SUMS = 12
"""The most sums that are looked at in a sentence."""


def pay_stated(fragments: Sequence[Fragment]) -> Pay | None:
    """The pay that a text states for the job: the whole span where it gives several ranges."""
    found: list[Pay] = []
    for index, fragment in enumerate(fragments):
        heading = fragments[index - 1].text if index else ""
        found.extend(_in_sentence(fragment, heading))
    if not found:
        return None
    ranges = [it for it in found if it.max is not None] or found[:1]
    first = ranges[0]
    same = [it for it in ranges if (it.currency, it.per) == (first.currency, first.per)]
    highest = [it.max for it in same if it.max is not None]
    return Pay(
        min=min(it.min for it in same), max=max(highest) if highest else None, currency=first.currency, per=first.per, quote=first.quote
    )  # fmt: skip


def _in_sentence(fragment: Fragment, heading: str) -> Iterator[Pay]:
    text = fragment.text
    if not _MAY_BE_MONEY.search(text):
        return
    about_pay = _OF_PAY.search(text) is not None or (len(heading) < 60 and _OF_PAY.search(heading) is not None)
    for hit in islice(_MONEY.finditer(text), MOST_SUMS):
        if hit["big"] or not (hit["before"] or hit["mid"] or hit["after"] or hit["before2"] or _indian(hit)):
            continue
        around = text[max(0, hit.start() - 60) : hit.end() + 40]
        if _NOT_PAY.search(text[max(0, hit.start() - 30) : hit.end() + 30]) and not re.search(
            r"salary|base|pay range|compensation range", around, re.IGNORECASE
        ):
            continue
        made = _pay(hit, text, fragment)
        if made is not None and (about_pay or (made.max is not None and made.per == "year")):
            yield made


def _indian(hit: re.Match[str]) -> bool:
    return (hit["thousand2"] or hit["thousand"] or "").casefold() in ("lpa", "lakh", "lakhs", "lac", "lacs")


def _pay(hit: re.Match[str], text: str, fragment: Fragment) -> Pay | None:
    """A sum as pay, if it can be that."""
    around = text[max(0, hit.start() - 40) : hit.end() + 30]
    currency = _currency(hit, text)
    scale = hit["thousand"] or hit["thousand2"]
    low = _sum(hit["low"], scale)
    high = _sum(hit["high"], hit["thousand2"] or scale) if hit["high"] else None
    if low is None or (hit["high"] and high is None):
        return None
    period: Period = next((name for name, pattern in _PERIODS if pattern.search(around)), "year")
    if high is not None and high <= low:
        return None
    least, most = _BOUNDS[period]
    if not least <= low <= most * (100 if currency in ("INR", "JPY") else 1):
        return None
    return Pay(
        min=low, max=high, currency=currency, per=period, quote=Quote(line=fragment.line_at(hit.start()), text=text)
    )


def _currency(hit: re.Match[str], text: str) -> str:
    """The currency of a sum: a code beside it says more than a sign that several countries use."""
    beside = _CODE.findall(text[max(0, hit.start() - 5) : hit.start()]) + _CODE.findall(text[hit.end() : hit.end() + 8])
    signs = [it.casefold() for it in (hit["before"], hit["mid"], hit["before2"], hit["after"]) if it] or ["₹"]
    codes = [it for it in signs if it.isalpha()]
    return str(beside[0]) if beside else _CURRENCIES[(codes or signs)[0]]


_BOUNDS: dict[Period, tuple[float, float]] = {
    "year": (12_000, 1_500_000), "month": (500, 200_000), "week": (200, 20_000), "day": (80, 5_000), "hour": (8, 600),
}  # fmt: skip
"""Sums that pay can be, in most currencies."""


def _sum(text: str, scale: str | None) -> float | None:
    """A number as it is written in English or on the continent."""
    digits = re.sub(r"[  ’']", "", text)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", digits):
        digits = digits.replace(".", "")
    digits = digits.replace(",", "")
    try:
        value = float(digits)
    except ValueError:
        return None
    factor = {"k": 1_000, "": 1}.get((scale or "").casefold(), _LAKH)
    return value * factor
