"""Numbers and documents of persons: passport, identity card, bank account, date of birth, each told by its words."""

import re

from .findings import FindingKind, Match
from .phones import LOOK_BACK, NO_PHONE
from .wording import one_of

NUMBER_WORDS = one_of("""
    no|nos|nr|num(?:ero|ber)?s?|n°|id|card|carte|document|is|est|of|de|du|the|la|le|holder|titulaire|issued
    رقم|الرقم|ورقمها|ورقمه|هو|هي|الوطنيه|الوطني
""")
GAP = rf"(?:[^\w\n]|{NUMBER_WORDS}(?![^\W\d_])){{0,14}}?"
TOKEN = one_of(r"""
    [A-Z]{0,3}[ -]?\d(?:[ /-]?\d){5,17}[A-Z]?
    [A-Z]{1,3}[ -]?\d{5,12}[A-Z]?
    (?=[A-Z0-9]{0,11}\d)[A-Z0-9]{6,12}
    \d{2,4}(?:-\d{2,8}){2,4}|\d{3}-\d{2,3}[A-Z]\d{5}|\d{2} ?[A-Z]{2} ?\d{5}
""")
ENGLISH = r"""
    passports?|national (?:id|identity|identification)|id[ -]?cards?|identity[ -]?(?:card|document|number|no|papers?)?s?
    identification (?:card|number|no)|social security|ssn|cnic|nin|nic|nif|(?:e-)?tazk[ei]ra|laissez-?passer
    (?:personal|citizen|tax|voter|refugee|beneficiary|patient|victim|survivor|casualty|civil) ?(?:id|identification)
    (?:citizen|voter|beneficiary|patient|victim|survivor|casualty|civil) (?:card|registration|file|number|no)
    driv(?:er|ing)'?s? licen[cs]e|ration card|unhcr (?:id|card|case|number)
"""
FRENCH = r"""
    passeports?|cartes? (?:nationale )?d'?identite(?: nationale)?|carte d'?electeur|cni|piece d'?identite
    (?:numero|n°|no|num) (?:national )?d'?identi(?:te|fication)(?: nationale?| personnelle?)?|securite sociale
    permis de conduire|(?:numero|n°|carte) de (?:beneficiaire|patient|victime|refugie)|nni
"""
ARABIC = r"""
    (?:ال|و|وال|لل|ب)?جواز(?: (?:ال)?سفر)?\w{0,2}
    (?:بطاقه|رقم)?(?: ?ال)?هويه(?: الوطنيه| الاحوال| المدنيه| الشخصيه){0,2}|هويته|هويتها
    الرقم (?:الوطني|القومي|المدني)|رقم (?:وطني|قومي|مدني)|رقم البطاقه|رقم القيد|شماره ملي|(?:ال)?تذكره
    البطاقه (?:الشخصيه|الوطنيه|الموحده|المدنيه|التموينيه)|بطاقه (?:شخصيه|وطنيه|موحده|اللجوء|التموين)
    رخصه (?:ال)?(?:قياده|سوق)|رقم (?:المستفيد|المريض|الضحيه|الناجي|اللاجئ)
"""
DOCUMENT = one_of(ENGLISH + FRENCH + ARABIC)
BANK = one_of("""
    bank account|account (?:no|number|num)|acct|iban|rib|compte bancaire|(?:numero|n°) de compte
    (?:ال)?حساب (?:ال)?(?:مصرفي|بنكي)|رقم (?:ال)?(?:حساب|ايبان)|(?:ال)?ايبان
""")
BORN = one_of(r"""
    born(?: in [^\d\n]{1,30}?)?(?: on)?|d\.?o\.?b\.?|date of birth|birth ?dates?|birthday
    nee?(?: (?:a|au|en) [^\d\n]{1,30}?)? le|date de naissance|naissance
    تاريخ (?:ال)?(?:ميلاد|ولاده)\w{0,2}|(?:من )?مواليد|(?:المولود|مولود|ولد)(?:ه|ت)?(?: في| بتاريخ)?
""")
MONTH = r"(?:[a-z]{3,9}\.?|[\u0621-\u064a]{3,10}(?: [\u0621-\u064a]{3,8})?)"
DAY = one_of(rf"""
    \d{{1,2}} ?[./-] ?\d{{1,2}} ?[./-] ?(?:19|20)?\d{{2}}
    (?:19|20)\d{{2}}[./-]\d{{1,2}}[./-]\d{{1,2}}
    \d{{1,2}}(?:st|nd|rd|th|er)? (?:of )?{MONTH},? (?:19|20)\d{{2}}
    {MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d{{2}}
""")
TITLE = one_of("""
    mr|mrs|ms|mme|mlle|m|dr|sheikh|haji|(?:ال)?سيده?|الشيخ|المواطن(?:ه)?|الدكتور(?:ه)?|الاستاذ(?:ه)?
""")
NAMES = r"(?:[^\W\d_]{2,20}[ .-]{1,2}){0,3}[^\W\d_]{2,20}"
OF_ID = "(?:id|identite|cin|cni|nin|n°|no|number|numero|رقم|هويه)"
ACCOUNT = r"(?:[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{2,4}){2,8}|\d(?:[ -]?\d){7,22})"
CARD = "(?:passport|passeport|national id|id card|cni|carte d'?identite|جواز|رقم الهويه|هويه)"
NO_COUNT = (
    r"(?! (?:people|persons?|individuals|civilians|refugees|households|children|women|men|holders?|cards|applicants|"
    r"personnes|habitants|enfants|femmes|menages|شخصا?|اشخاص|لاجئ|طفل))"
)
NUMBERED = re.compile(
    r"(?<![\w/?&=-])(?P<word>n?id)(?: (?:no|number|nr|card)\.?| ?n°)?[ .:#=]{1,3}"
    r"(?P<token>\d(?:[ -]?\d){8,13})(?!\w)(?!-\d)",
    re.IGNORECASE,
)
OF_A_PERSON = re.compile(
    r"(?:^|(?<!doc)(?<!ref)(?<!no)[^\w\s/-] ?|\n|(?<![^\W_])(?:his|her|their|whose|with|and|has|holds?|person|"
    r"man|woman|child|victim|survivor|beneficiary|patient|guard|driver|deminer|son|sa|leur|avec|et|dont|personne)"
    r"(?:'s)? )$",
    re.IGNORECASE,
)
"""What stands before “ID” when it is not that of a hazard, a project, a file."""
OF_A_THING = re.compile(
    r"(?:imsma|datasets?|records?|forms?|incidents?|accidents?|sites?|areas?|objects?|users?|devices?|sessions?|"
    r"transactions?|nodes?|posts?|status|activity|rows?|assets?|messages?|events?) $",
    re.IGNORECASE,
)
WITH_A_YEAR = re.compile(r"(?:19|20)\d{10}")
"""The numbers of several countries begin with the year of birth."""
SHORTEST_ID = 10
YEARS = re.compile(r"(?:19|20)\d{2}[ /-](?:19|20)\d{2}")
RULES = {
    "number of an identity document": rf"(?<![^\W_]){DOCUMENT}(?![^\W_]){GAP}(?P<token>{TOKEN})(?!\w)(?!-\d){NO_COUNT}",
    "number before its document": rf"(?<!\w)(?P<token>[A-Z]{{0,2}}\d{{6,14}}) ?[(,-]{{1,2}} ?{CARD}(?!\w)",
    "number before a named person": (
        rf"(?<![^\W_])id(?: no\.?| number)?[^\w\n]{{0,3}}(?P<token>[A-Z]{{0,2}}\d{{6,14}})[ ,(:;-]{{1,4}}{TITLE}(?!\w)"
    ),
    "number of a named person": (
        rf"(?<![^\W_]){TITLE}[. ] ?{NAMES}[ ,(:;-]{{1,4}}{OF_ID}[^\w\n]{{0,4}}(?P<token>[A-Z]{{0,2}}\d{{6,14}})(?!\w)"
    ),
    "bank account": rf"(?<![^\W_]){BANK}(?![^\W_]){GAP}(?P<token>{ACCOUNT})(?!\w)",
    "date of birth": (
        rf"(?<![^\W_]){BORN}(?![^\W_])(?:[^\w\n]|is|est|on|le|the|في|هو|بتاريخ){{0,6}}(?P<token>{DAY})(?!\w)"
    ),
}
PATTERNS = [(rule, re.compile(pattern, re.IGNORECASE)) for rule, pattern in RULES.items()]
IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?(?!\w)")
FRENCH_NUMBER = re.compile(r"(?<![\w.])[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}(?!\w)")
MACHINE_READABLE = re.compile(r"\b[PIAC][A-Z<][A-Z]{3}[A-Z0-9<]{10,40}<")


def matches(text):
    """The numbers and documents of persons in a normalised text."""
    for rule, pattern in PATTERNS:
        for found in pattern.finditer(text):
            if rule == "date of birth" or _is_number(found["token"]):
                yield Match(FindingKind.IDENTIFIER, found.start(), found.end(), rule)
    for found in NUMBERED.finditer(text):
        if _is_of_a_person(found):
            yield Match(FindingKind.IDENTIFIER, found.start(), found.end(), "number called ID")
    for rule, pattern, is_right in CHECKED:
        for found in pattern.finditer(text):
            if is_right(found[0]):
                yield Match(FindingKind.IDENTIFIER, found.start(), found.end(), rule)


def _is_number(token):
    return sum(map(str.isdigit, token)) >= 5 and not YEARS.fullmatch(token.strip())


def _is_of_a_person(found):
    if found["word"].lower() == "nid":
        return True
    before = found.string[max(0, found.start() - LOOK_BACK) : found.start()]
    figures = re.sub("[ -]", "", found["token"])
    if WITH_A_YEAR.fullmatch(figures) and not (NO_PHONE.search(before) or OF_A_THING.search(before)):
        return True
    return len(figures) >= SHORTEST_ID and bool(OF_A_PERSON.search(before))


def is_iban(written):
    """Whether the check digits are right: https://www.iso.org/standard/81090.html"""
    signs = re.sub("[ -]", "", written)
    turned = signs[4:] + signs[:4]
    return 15 <= len(signs) <= 34 and int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


def is_french_number(written):
    """Whether the key, the last two figures, is right."""
    figures = written.replace(" ", "").replace("2A", "19").replace("2B", "18")
    return int(figures[:13]) % 97 == 97 - int(figures[13:])


CHECKED = (
    ("IBAN", IBAN, is_iban),
    ("French social security number", FRENCH_NUMBER, is_french_number),
    ("machine-readable line of a document", MACHINE_READABLE, bool),
)
