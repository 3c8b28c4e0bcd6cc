"""Numbers and documents of persons: passport, identity card, bank account, date of birth, each told by its words."""

import re

from .findings import FindingKind, Match

NUMBER_WORDS = r"(?:no|nos|nr|num(?:ero|ber)?s?|n°|id|card|carte|document|is|est|of|de|du|the|la|le|holder|titulaire|issued|رقم|الرقم|ورقمها|ورقمه|هو|هي|الوطنيه|الوطني)"
GAP = rf"(?:[^\w\n]|{NUMBER_WORDS}(?![^\W\d_])){{0,14}}?"
TOKEN = r"[A-Z]{0,3}[ -]?\d(?:[ /-]?\d){5,17}[A-Z]?|[A-Z]{1,3}[ -]?\d{5,12}[A-Z]?|(?=[A-Z0-9]{0,11}\d)[A-Z0-9]{6,12}|\d{2,4}(?:-\d{2,8}){2,4}"
END = r"(?!\w)(?!-\d)"
CUES = (
    # English
    r"passports?|national (?:id|identity|identification)|id[ -]?cards?|identity[ -]?(?:card|document|number|no|papers?)?s?|"
    r"identification (?:card|number|no)|(?:personal|citizen|tax|voter|refugee|beneficiary|patient|victim|survivor|casualty|"
    r"civil) ?(?:id|identification|card|registration|file|number|no)|social security|ssn|cnic|nin|nic|nif|tazkira|tazkera|"
    r"e-tazkira|laissez-?passer|driv(?:er|ing)'?s? licen[cs]e|ration card|unhcr (?:id|card|case|number)|"
    # French
    r"passeports?|cartes? (?:nationale )?d'?identite(?: nationale)?|carte d'?electeur|cni|piece d'?identite|"
    r"(?:numero|n°|no|num) (?:national )?d'?identi(?:te|fication)(?: nationale?| personnelle?)?|securite sociale|"
    r"permis de conduire|(?:numero|n°|carte) de (?:beneficiaire|patient|victime|refugie)|nni|"
    # Arabic and Persian
    r"(?:ال|و|وال|لل)?جواز(?: (?:ال)?سفر)?\w{0,2}|(?:بطاقه|رقم)?(?: ?ال)?هويه(?: الوطنيه| الاحوال| المدنيه| الشخصيه)?|"
    r"هويته|هويتها|الرقم (?:الوطني|القومي|المدني)|رقم (?:وطني|قومي|مدني)|البطاقه (?:الشخصيه|الوطنيه|الموحده|المدنيه|التموينيه)|"
    r"بطاقه (?:شخصيه|وطنيه|موحده|اللجوء|التموين)|رقم البطاقه|رخصه (?:ال)?(?:قياده|سوق)|التذكره|تذكره|شماره ملي|"
    r"رقم (?:المستفيد|المريض|الضحيه|الناجي|اللاجئ)|رقم القيد"
)
BANK = (
    r"bank account|account (?:no|number|num)|acct|iban|rib|compte bancaire|(?:numero|n°) de compte|"
    r"(?:ال)?حساب (?:ال)?(?:مصرفي|بنكي)|رقم (?:ال)?(?:حساب|ايبان)|(?:ال)?ايبان"
)
BORN = (
    r"born(?: on)?|d\.?o\.?b\.?|date of birth|birth ?dates?|birthday|nee? le|date de naissance|naissance|"
    r"تاريخ (?:ال)?(?:ميلاد|ولاده)|(?:من )?مواليد|(?:المولود|مولود|ولد)(?:ه|ت)?(?: في| بتاريخ)?"
)
MONTH = r"(?:[a-z]{3,9}\.?|[\u0621-\u064a]{3,10}(?: [\u0621-\u064a]{3,8})?)"
DAY = rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-](?:19|20)?\d{{2}}|(?:19|20)\d{{2}}[./-]\d{{1,2}}[./-]\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th|er)? (?:of )?{MONTH},? (?:19|20)\d{{2}}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d{{2}})"
TITLE = r"(?:mr|mrs|ms|mme|mlle|m|dr|sheikh|haji|ال?سيد(?:ه)?|الشيخ|المواطن(?:ه)?|الدكتور(?:ه)?|الاستاذ(?:ه)?)"
RULES = {
    "number of an identity document": rf"(?<![^\W_])(?:{CUES})(?![^\W_]){GAP}(?P<token>{TOKEN}){END}",
    "number before its document": (
        r"(?<!\w)(?P<token>[A-Z]{0,2}\d{6,14}) ?[(,-]{1,2} ?(?:passport|passeport|national id|id card|cni|"
        r"carte d'?identite|جواز|رقم الهويه|هويه)(?!\w)"
    ),
    "number of a named person": (
        rf"(?<![^\W_]){TITLE}[. ] ?(?:[^\W\d_]{{2,20}}[ .-]{{1,2}}){{1,4}}[,(:;-]{{0,2}} ?(?:id|identite|cin|cni|nin|n°|no|number|numero|رقم|هويه)"
        r"[^\w\n]{0,4}(?P<token>[A-Z]{0,2}\d{6,14})(?!\w)"
    ),
    "bank account": rf"(?<![^\W_])(?:{BANK})(?![^\W_]){GAP}(?P<token>[A-Z]{{2}}\d{{2}}(?:[ -]?[A-Z0-9]{{2,4}}){{2,8}}|\d(?:[ -]?\d){{7,22}})(?!\w)",
    "date of birth": rf"(?<![^\W_])(?:{BORN})(?![^\W_])(?:[^\w\n]|is|est|on|le|the|في|هو|بتاريخ){{0,6}}(?P<token>{DAY})(?!\w)",
}
PATTERNS = [(rule, re.compile(pattern, re.IGNORECASE)) for rule, pattern in RULES.items()]
IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?(?!\w)")
FRENCH_NUMBER = re.compile(r"(?<![\w.])[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3}(?: ?\d{2})(?!\w)")
MACHINE_READABLE = re.compile(r"\b[PIAC][A-Z<][A-Z]{3}[A-Z0-9<]{10,40}<")


def matches(text):
    """The numbers and documents of persons in a normalised text."""
    for rule, pattern in PATTERNS:
        for found in pattern.finditer(text):
            if sum(map(str.isdigit, found["token"])) >= 5 or rule == "date of birth":
                yield Match(FindingKind.IDENTIFIER, found.start(), found.end(), rule)
    for found in IBAN.finditer(text):
        if _is_iban(found[0]):
            yield Match(FindingKind.IDENTIFIER, found.start(), found.end(), "IBAN")
    for found in FRENCH_NUMBER.finditer(text):
        if _is_french_number(found[0]):
            yield Match(FindingKind.IDENTIFIER, found.start(), found.end(), "French social security number")
    for found in MACHINE_READABLE.finditer(text):
        yield Match(FindingKind.IDENTIFIER, found.start(), found.end(), "machine-readable line of a document")


def _is_iban(written):
    """Whether the check digits are right: https://www.iso.org/standard/81090.html"""
    signs = re.sub("[ -]", "", written)
    turned = signs[4:] + signs[:4]
    return 15 <= len(signs) <= 34 and int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


def _is_french_number(written):
    """Whether the key, the last two figures, is right."""
    figures = written.replace(" ", "").replace("2A", "19").replace("2B", "18")
    return int(figures[:13]) % 97 == 97 - int(figures[13:])
