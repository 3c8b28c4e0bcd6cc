"""The ways in which people write a telephone number, a document of a person, a mailbox."""

from tests.linter.ways import LETTERS, figures, way

NAMES = ("ahmad", "fatima", "john", "marie", "oleksandr", "aminata", "jose", "nadia", "samuel", "leila")
SURNAMES = ("ali", "diallo", "smith", "dupont", "kovalenko", "traore", "garcia", "haddad", "okafor", "rahimi")
COUNTRIES = (
    ("964", "77", 8),
    ("963", "93", 7),
    ("961", "3", 6),
    ("967", "77", 7),
    ("249", "91", 7),
    ("380", "67", 7),
    ("93", "70", 7),
    ("223", "76", 6),
    ("226", "70", 6),
    ("235", "66", 6),
    ("243", "81", 7),
    ("234", "803", 7),
    ("252", "61", 7),
    ("855", "12", 6),
    ("57", "310", 7),
    ("244", "923", 6),
    ("33", "6", 8),
    ("41", "22", 7),
    ("218", "91", 7),
    ("970", "59", 7),
    ("90", "532", 7),
)


def grouped(random, digits, separator):
    groups = []
    while digits:
        size = random.choice((2, 3, 4)) if len(digits) > 4 else len(digits)
        groups.append(digits[:size])
        digits = digits[size:]
    if len(groups) > 1 and len(groups[-1]) == 1:
        groups[-2:] = [groups[-2] + groups[-1]]
    return separator.join(groups)


def _international(random):
    code, area, length = random.choice(COUNTRIES)
    separator = random.choice((" ", "-", ".", ""))
    plus = random.choice(("+", "+", "00", "+"))
    shape = random.choice(
        (
            "{plus}{code}{s}{area}{s}{rest}",
            "{plus}{code}{s}({area}){s}{rest}",
            "({plus}{code}){s}{area}{s}{rest}",
            "{plus}{code}{s}(0){area}{s}{rest}",
        )
    )
    rest = grouped(random, figures(random, length), separator)
    return shape.format(plus=plus, code=code, area=area, rest=rest, s=separator)


def _national(random):
    _, area, length = random.choice([each for each in COUNTRIES if len(each[1]) + each[2] >= 8])
    separator = random.choice((" ", "-", ".", ""))
    return f"0{area}{separator}{grouped(random, figures(random, length), separator)}"


def _told(words):
    def make(random):
        _, area, length = random.choice(COUNTRIES)
        return f"{random.choice(words)}{area} {grouped(random, figures(random, length), random.choice((' ', '-', '')))}"

    return make


def _document(words):
    def make(random):
        number = random.choice(
            (
                random.choice(LETTERS) + figures(random, 7),
                figures(random, 9),
                figures(random, 12),
                "".join(random.choices(LETTERS, k=2)) + figures(random, 6),
            )
        )
        return f"{random.choice(words)}{number}"

    return make


def _called_id(random):
    return f"{random.choice(('NID', 'her ID', 'ID no.'))} 19{figures(random, 10)}"


def iban(random):
    country, bank = random.choice((("GB", "NWBK"), ("FR", "2004"), ("IQ", "NBIQ"), ("LB", "0999"), ("JO", "CBJO")))
    rest = bank + figures(random, 14)
    digits = "".join(str(int(sign, 36)) for sign in f"{rest}{country}00")
    whole = f"{country}{98 - int(digits) % 97:02}{rest}"
    return whole if random.random() < 0.5 else " ".join(whole[at : at + 4] for at in range(0, len(whole), 4))


def _born(words):
    def make(random):
        day, month, year = random.randint(1, 28), random.randint(1, 12), random.randint(1930, 2015)
        return f"{random.choice(words)}{day:02}{random.choice('/.-')}{month:02}/{year}".replace("-", "/").replace(
            ".", "/"
        )

    return make


def _mailbox(random):
    name, surname = random.choice(NAMES), random.choice(SURNAMES)
    local = random.choice(
        (
            f"{name}.{surname}",
            f"{name[0]}.{surname}",
            f"{name}_{surname}",
            f"{name}-{surname}",
            f"{name}{surname}",
            f"{name}.{surname}{random.randint(1, 99)}",
        )
    )
    return f"{local}@{random.choice(('example.org', 'gmail.com', 'yahoo.fr', 'ministry.example', 'hotmail.com'))}"


PEOPLE = {
    "phone": [
        way("international", _international),
        way("national", _national),
        way("told", _told(("Tel: ", "phone ", "WhatsApp: ", "mobile no. ", "call ", "fax: ")), ["en"]),
        way("told", _told(("Tél. : ", "téléphone ", "WhatsApp : ", "portable : ", "appeler le ")), ["fr"]),
        way("told", _told(("هاتف: ", "رقم الهاتف ", "واتساب: ", "جوال ", "اتصل على الرقم ")), ["ar"]),
        way("link", lambda random: f"https://wa.me/964770{figures(random, 7)}", is_fixed=True),
        way("messenger", lambda random: f"t.me/{random.choice(NAMES)}{random.choice(SURNAMES)}", is_fixed=True),
    ],
    "identifier": [
        way(
            "document",
            _document(("passport no. ", "Passport number: ", "national ID ", "ID card no. ", "identity card ")),
            ["en"],
        ),
        way("document", _document(("passeport n° ", "carte d'identité n° ", "CNI ", "permis de conduire n° ")), ["fr"]),
        way("document", _document(("جواز السفر رقم ", "رقم الهوية: ", "بطاقة الهوية رقم ", "الرقم الوطني ")), ["ar"]),
        way("called ID", _called_id, ["en"]),
        way("IBAN", iban, is_fixed=True),
        way("birth", _born(("born on ", "DOB: ", "date of birth: ")), ["en"]),
        way("birth", _born(("né le ", "date de naissance : ", "née le ")), ["fr"]),
        way("birth", _born(("تاريخ الميلاد: ", "تاريخ الولادة ", "مواليد ")), ["ar"]),
    ],
    "email": [
        way("person", _mailbox, is_fixed=True),
        way(
            "behind a role",
            lambda random: f"{random.choice(('info', 'im'))}.{_mailbox(random)}",
            is_fixed=True,
        ),
        way("spoken", lambda random: f"{random.choice(NAMES)}.{random.choice(SURNAMES)} at gmail.com", is_fixed=True),
    ],
}
