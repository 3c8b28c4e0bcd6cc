"""Telephone numbers: international, national in the shapes of the countries of operation, or announced by a word."""

import re

from .country_codes import CALLING_CODES
from .findings import FindingKind, Match
from .wording import one_of

SEPARATOR = r"[ .\n()/-]"
DIGITS = rf"(?:{SEPARATOR}{{0,3}}\d)"
END = r"(?![\w%])(?![.,:/-]\d)"
INTERNATIONAL = re.compile(rf"(?<![\w+.,/=-])(?P<prefix>\(?(?:\+ ?|00[ -]?))(?P<digits>\(?[1-9]{DIGITS}{{6,16}}){END}")
PLUS_BEHIND = re.compile(rf"(?<![\w+.,/=-])(?P<digits>[1-9]{DIGITS}{{9,14}}) ?\+(?![\w])")
NATIONAL = re.compile(
    rf"(?<![\w.,/+=#:-])(?<!\d )\(?0(?:\d{{7,10}}|\d{{1,4}}\)?(?:[ .\n/-]{{1,3}}\d{{2,8}}){{1,5}}){END}(?! ?\d)"
)
GROUPED = re.compile(
    rf"(?<![\w.,/+=#:-])(?<!\d )(?:(?:\(\d{{3}}\) ?|\d{{3}}[-.])\d{{3}}[-.]\d{{4}}|0 \d{{3}} \d{{3}} \d{{4}}|"
    rf"8 ?\(\d{{3}}\) ?\d{{3}}-\d{{2}}-\d{{2}}){END}"
)
"""In the groups of North America and of Russia, and with the 0 apart."""
STRONG = one_of(r"""
    tele?(?:phones?)?|phones?|mob(?:iles?)?|cell?(?:ulaire|phone)?s?|gsm|fax|whats ?app|viber|signal|telegram|imo
    hot ?line|portables?|[☎☏✆📞📱📲]
    (?:ال|لل)?(?:هاتف|هواتف|تلفون|تليفون|جوال|موبايل|محمول|نقال|واتس(?: ?(?:اب|ب))?|فاكس|فايبر|تلغرام|خلوي)\w{0,2}
""")
VERB = one_of(r"""
    (?:call|reach(?:able)?)(?: us| me| him| her| them)?|ring|dial|sms|text|contact(?:er|ez|s)?
    appel(?:er|ez|le)|joindre|joignable|composez
    اتصل\w{0,3}|(?:ال|لل)?اتصال|(?:ال|لل)?تواصل\w{0,2}
""")
FILLER = r"(?:[^\w]|no|num(?:ero|ber)?|nr|n°|is|on|at|to|via|or|au|le|la|sur|est|de|du|علي|ب?رقم|ب?الرقم|هو)"
NUMBER = rf"\+?\(?\d{DIGITS}{{5,14}}"
ANNOUNCED = re.compile(
    rf"(?<![^\W_])(?P<cue>(?P<strong>{STRONG})|{VERB}){FILLER}{{0,10}}?(?P<digits>{NUMBER}){END}",
    re.IGNORECASE,
)
AT = re.compile(
    rf"(?<![^\W_]){VERB}(?![^\W_])[^\d\n.]{{1,50}} (?:au|on|at|via|sur|علي|بالرقم)[ :]{{1,2}}(?P<digits>{NUMBER}){END}",
    re.IGNORECASE,
)
BEHIND = re.compile(
    r"(?<![\w.,/-])\d{2,3}[ /-]\d(?:[ -]?\d){4,8} ?\((?:tel|phone|mob|gsm|whats ?app|fax|هاتف|جوال|موبايل|واتس)",
    re.IGNORECASE,
)
LINK = re.compile(
    r"(?:wa\.me/|whatsapp\.com/send/?\?phone=|whatsapp://send\?phone=|\b(?:tel|callto|sms|smsto|facetime):(?://)?|"
    r"viber://(?:chat|add)\?number=|t\.me/|signal\.me/#p/)(?:\+|%2b|00)?\d(?:[ .()-]?\d){6,14}|"
    r"chat\.whatsapp\.com/\w{10,30}|wa\.me/(?:message|qr)/\w{6,20}|"
    r"\b(?:t|telegram)\.me/(?:(?:joinchat/|\+)[\w-]{8,30}|(?!(?:joinchat|share|addstickers|proxy)\b|\w{0,40}bot\b|\w{1,40}/\d)"
    r"[a-z]\w{4,31}(?!\w))",
    re.IGNORECASE,
)
OTHER_NUMBERS = one_of(r"""
    \b(?:ref(?:erence)?s?|doc(?:ument)?s?|reports?|rapports?|invoices?|factures?|ids?|codes?|isbn|issn|doi|tickets?)
    \b(?:contract|contrat|project|projet|grant|version|serial|batch|lot|case|dossier|file|task|imsma|hazard|polygon)
    \b(?:award|order|commande|tender|marche|budget line|account|p-?codes?|registre|registration|licen[cs]e|barcode)
    \b(?:orcid|cas|fonds|resolution|article|pages?|equipe|team|annexe?|table|tableau|room|item|section|batch)
    (?:ال)?(?:وثيقه|مرجع|تقرير|مشروع|عقد|فاتوره|رمز|ملف|مهمه|ايداع|كتاب|قرار)
""")
NO_PHONE = re.compile(
    rf"{OTHER_NUMBERS}[ .:#°]{{0,3}}(?:id|no|num(?:ber|ero)?|n°|nr|ref|code|is|est|هو|رقم|ال|ذات الرقم)?"
    r"[ .:#°()\[]{0,4}$",
    re.IGNORECASE,
)
DAY, MONTH, YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d{2}"
DATE = re.compile(rf"(?<!\d)(?:{DAY}[./-]{MONTH}[./-]{YEAR}|{DAY} {MONTH} {YEAR}|{YEAR}[./-]{MONTH}[./-]{DAY})(?!\d)")
YEARS = re.compile(r"(?:19|20)\d{2}(?:[ /.-]{1,3}(?:19|20)?\d{2,4}){0,3}")
THOUSANDS = re.compile(r"\d{1,3}(?:[ .]\d{3}){1,4}")
LOOK_BACK = 40


def matches(text):
    """The telephone numbers in a normalised text."""
    yield from _found(LINK, text, "link to a telephone", lambda found: True)
    yield from _found(INTERNATIONAL, text, "international number", _is_international)
    yield from _found(PLUS_BEHIND, text, "international number", _is_reversed)
    yield from _found(NATIONAL, text, "national number", _is_national)
    yield from _found(GROUPED, text, "national number", lambda found: not _is_a_reference(found))
    yield from _found(BEHIND, text, "number with its word behind", lambda found: True)
    for pattern in (ANNOUNCED, AT):
        yield from _found(pattern, text, "announced number", _is_announced)


def _found(pattern, text, rule, is_phone):
    for found in pattern.finditer(text):
        if is_phone(found):
            start = found.start("digits") if rule == "announced number" else found.start()
            yield Match(FindingKind.PHONE, start, found.end(), rule)


def _figures(text):
    return re.sub(r"\D", "", text)


def _is_international(found):
    figures = _figures(found["digits"])
    if not 8 <= len(figures) <= 15 or not figures.startswith(CALLING_CODES):
        return False
    if "+" not in found["prefix"]:
        return len(figures) >= 10 and not _is_a_reference(found)
    # “+12 500 000”: more by so many.
    return not (THOUSANDS.fullmatch(found["digits"]) and len(figures) < 11)


def _is_reversed(found):
    """Arabic text often ends in the plus that its writer typed first."""
    figures = _figures(found["digits"])
    return 10 <= len(figures) <= 15 and figures.startswith(CALLING_CODES) and not THOUSANDS.fullmatch(found["digits"])


def _is_national(found):
    figures = _figures(found[0])
    return 9 <= len(figures) <= 11 and figures[1] != "0" and not DATE.search(found[0]) and not _is_a_reference(found)


def _is_announced(found):
    digits = found["digits"]
    figures = _figures(digits)
    if DATE.search(digits) or YEARS.fullmatch(digits) or _is_a_reference(found):
        return False
    if found.groupdict().get("strong"):
        is_amount = THOUSANDS.fullmatch(digits) and digits.endswith("000") and ":" not in found[0]
        return len(figures) >= 6 and not is_amount
    counts_something = re.match(r" ?[^\W\d_]", found.string[found.end() : found.end() + 2])
    return 7 <= len(figures) <= 13 and not (THOUSANDS.fullmatch(digits) and counts_something)


def _is_a_reference(found):
    """Whether the words before say that it is the number of a document, a project, a case."""
    return bool(NO_PHONE.search(found.string[max(0, found.start() - LOOK_BACK) : found.start()]))
