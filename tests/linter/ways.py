"""The ways in which people write a place, a telephone number, a document of a person; and what only looks alike."""

from collections.abc import Callable
from dataclasses import dataclass

ALL = ("en", "fr", "ar")
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
PLUS = "23456789CFGHJMPQRVWX"
NAMES = ("ahmad", "fatima", "john", "marie", "oleksandr", "aminata", "jose", "nadia", "samuel", "leila")
SURNAMES = ("ali", "diallo", "smith", "dupont", "kovalenko", "traore", "garcia", "haddad", "okafor", "rahimi")


@dataclass(frozen=True)
class Way:
    """`make(random)` writes one value; `is_fixed` where nobody would write it with other digits or spaces."""

    name: str
    make: Callable
    languages: tuple = ALL
    is_fixed: bool = False
    has_minus: bool = False


def way(name, make, languages=ALL, **options):
    return Way(name, make, tuple(languages), **options)


class Place:
    """A place on land with its parts."""

    def __init__(self, random, decimals=None):
        self.latitude, self.longitude = random.uniform(-35, 60), random.uniform(-75, 140)
        self.latitude += 3 if abs(self.latitude) < 2.5 else 0
        self.longitude += 4 if abs(self.longitude) < 2.5 else 0
        self.decimals = decimals or random.randint(4, 7)

    def both(self, separator, sign="."):
        return separator.join(self.number(each, sign) for each in (self.latitude, self.longitude))

    def number(self, value, sign="."):
        return f"{value:.{self.decimals}f}".replace(".", sign)

    def sides(self, write, separator=" ", before=False, letters="NSEW"):
        north, south, east, west = letters
        ns = north if self.latitude > 0 else south
        ew = east if self.longitude > 0 else west
        parts = ((write(abs(self.latitude)), ns), (write(abs(self.longitude)), ew))
        return separator.join(f"{side}{part}" if before else f"{part}{side}" for part, side in parts)


def dms(value, shape="{}°{:02}'{:04.1f}\""):
    degrees = int(value)
    minutes = int((value - degrees) * 60)
    return shape.format(degrees, minutes, (value - degrees - minutes / 60) * 3600 % 60)


def dm(value, shape="{}° {:06.3f}'"):
    return shape.format(int(value), value % 1 * 60)


def compact(value, width):
    degrees, minutes = int(value), int(value % 1 * 60)
    return f"{degrees:0{width}}{minutes:02}{int(value * 3600 % 60):02}"


def figures(random, count):
    return "".join(random.choices("0123456789", k=count))


def _decimal(random):
    return Place(random).both(random.choice((", ", ",", " ", "; ", " ; ", " / ", " x ")))


def _three(random):
    place = Place(random, 3)
    return f"{place.latitude:.2f}{random.randint(1, 9)}, {place.longitude:.2f}{random.randint(1, 9)}"


def _comma(random):
    return Place(random).both(random.choice(("; ", " ; ", " ", " / ", " et ")), ",")


def _labelled(random):
    place = Place(random, random.randint(2, 6))
    one, other = random.choice((
        ("lat: {}", "lon: {}"), ("Lat {}", "Long {}"), ("latitude {}", "longitude {}"), ("LAT={}", "LNG={}"),
        ("Latitude: {}°", "Longitude: {}°"), ('"lat": {}', '"lng": {}'),
    ))  # fmt: skip
    pair = [one.format(place.number(place.latitude)), other.format(place.number(place.longitude))]
    return random.choice((", ", " ", "; ", " / ")).join(pair if random.random() < 0.8 else pair[::-1])


def _arabic_labelled(random):
    place = Place(random, random.randint(3, 6))
    one, other = random.choice((
        ("خط العرض {}", "وخط الطول {}"), ("خط العرض: {}", "خط الطول: {}"), ("خط عرض {}", "خط طول {}"),
        ("دائرة العرض {}", "وخط الطول {}"),
    ))  # fmt: skip
    return f"{one.format(place.number(place.latitude))}، {other.format(place.number(place.longitude))}"


def _announced(words):
    def make(random):
        return f"{random.choice(words)}{Place(random, 2).both(random.choice((', ', ' ', ' ; ')))}"

    return make


def _sides(shape, letters="NSEW", **options):
    def make(random):
        place = Place(random, random.randint(2, 6))
        return place.sides(lambda value: shape(place, value), random.choice((", ", " ", " / ")), letters=letters, **options)

    return make


def _mgrs(random):
    zone = f"{random.randint(1, 60)}{random.choice('CDEFGHJKLMNPQRSTUVWX')}"
    square = random.choice("ABCDEFGHJKLMNPQRSTUVWXYZ") + random.choice("ABCDEFGHJKLMNPQRSTUV")
    half = random.randint(2, 5)
    gap = random.choice(("", " "))
    return f"{zone}{gap}{square}{gap}{figures(random, half)}{gap}{figures(random, half)}"


def _utm(random):
    east, north = random.randint(160000, 833000), random.randint(1000000, 9900000)
    zone = f"{random.randint(1, 60)}{random.choice('CDEFGHJKLMNPQRSTUVWX')}"
    shape = random.choice((
        "{zone} {east} {north}", "{zone} 0{east} {north}", "UTM {zone} {east}mE {north}mN", "Easting {east}, Northing {north}",
        "UTM zone {zone}: {east} E {north} N", "E: {east} N: {north}", "X={east} Y={north}",
    ))  # fmt: skip
    return shape.format(zone=zone, east=east, north=north)


def _plus_code(random):
    code = "".join(random.choices(PLUS, k=7)) + random.choice("CFGHJMPQRVWX")
    end = "".join(random.choices(PLUS, k=random.choice((2, 3))))
    return f"{code}+{end}" if random.random() < 0.6 else f"{code[-4:]}+{end}"


def _link(random):
    place = Place(random)
    shape = random.choice((
        "https://www.google.com/maps/@{lat},{lon},15z", "https://maps.google.com/?q={lat},{lon}",
        "https://maps.google.com/maps?ll={lat}%2C{lon}&z=14", "https://www.openstreetmap.org/#map=15/{lat}/{lon}",
        "https://www.openstreetmap.org/?mlat={lat}&mlon={lon}", "https://waze.com/ul?ll={lat},{lon}", "geo:{lat},{lon}",
        "https://maps.apple.com/?ll={lat},{lon}", "https://www.google.com/maps/data=!3d{lat}!4d{lon}",
        "https://www.bing.com/maps?cp={lat}~{lon}&lvl=12", "https://maps.app.goo.gl/Ab1Cd2Ef3Gh4",
    ))  # fmt: skip
    return shape.format(lat=place.number(place.latitude), lon=place.number(place.longitude))


def _snippet(random):
    place = Place(random)
    shape = random.choice((
        "POINT({lon} {lat})", "POINT Z ({lon} {lat} 12)", '{{"type":"Point","coordinates":[{lon},{lat}]}}',
        "<coordinates>{lon},{lat},0</coordinates>", '<trkpt lat="{lat}" lon="{lon}">', "SRID=4326;POINT({lon} {lat})",
    ))  # fmt: skip
    return shape.format(lat=place.number(place.latitude), lon=place.number(place.longitude))


COUNTRIES = (("964", "77", 8), ("963", "93", 7), ("961", "3", 6), ("967", "77", 7), ("249", "91", 7), ("380", "67", 7),
             ("93", "70", 7), ("223", "76", 6), ("226", "70", 6), ("235", "66", 6), ("243", "81", 7), ("234", "803", 7),
             ("252", "61", 7), ("855", "12", 6), ("57", "310", 7), ("244", "923", 6), ("33", "6", 8), ("41", "22", 7),
             ("218", "91", 7), ("970", "59", 7), ("90", "532", 7))  # fmt: skip


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
    shape = random.choice(("{plus}{code}{s}{area}{s}{rest}", "{plus}{code}{s}({area}){s}{rest}", "({plus}{code}){s}{area}{s}{rest}",
                           "{plus}{code}{s}(0){area}{s}{rest}"))  # fmt: skip
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
        number = random.choice((random.choice(LETTERS) + figures(random, 7), figures(random, 9), figures(random, 12),
                                "".join(random.choices(LETTERS, k=2)) + figures(random, 6)))  # fmt: skip
        return f"{random.choice(words)}{number}"

    return make


def iban(random):
    country, bank = random.choice((("GB", "NWBK"), ("FR", "2004"), ("IQ", "NBIQ"), ("LB", "0999"), ("JO", "CBJO")))
    rest = bank + figures(random, 14)
    digits = "".join(str(int(sign, 36)) for sign in f"{rest}{country}00")
    whole = f"{country}{98 - int(digits) % 97:02}{rest}"
    return whole if random.random() < 0.5 else " ".join(whole[at : at + 4] for at in range(0, len(whole), 4))


def _born(words):
    def make(random):
        day, month, year = random.randint(1, 28), random.randint(1, 12), random.randint(1930, 2015)
        return f"{random.choice(words)}{day:02}{random.choice('/.-')}{month:02}/{year}".replace("-", "/").replace(".", "/")

    return make


def _mailbox(random):
    name, surname = random.choice(NAMES), random.choice(SURNAMES)
    local = random.choice((f"{name}.{surname}", f"{name[0]}.{surname}", f"{name}_{surname}", f"{name}-{surname}", f"{name}{surname}",
                           f"{name}.{surname}{random.randint(1, 99)}"))  # fmt: skip
    return f"{local}@{random.choice(('example.org', 'gmail.com', 'yahoo.fr', 'ministry.example', 'hotmail.com'))}"


NORTH = ("شمالاً", "جنوباً", "شرقاً", "غرباً")
HOLDING = {
    "coordinates": [
        way("decimal pair", _decimal, has_minus=True),
        way("pair of three decimals", _three, has_minus=True),
        way("pair with commas", _comma, ["fr", "ar"], has_minus=True),
        way("labels", _labelled, has_minus=True),
        way("Arabic labels", _arabic_labelled, ["ar"], has_minus=True),
        way("announced", _announced(("GPS: ", "coordinates ", "GPS coordinates: ", "Coordinates of the well: ")), ["en"], has_minus=True),
        way("announced", _announced(("coordonnées : ", "point GPS ", "coordonnées GPS : ")), ["fr"], has_minus=True),
        way("announced", _announced(("الإحداثيات: ", "إحداثيات ", "إحداثيات الموقع: ")), ["ar"], has_minus=True),
        way("decimal with sides", _sides(lambda place, value: f"{value:.{place.decimals}f}° ")),
        way("decimal with sides behind", _sides(lambda place, value: f"{value:.{place.decimals}f}")),
        way("decimal with sides before", _sides(lambda place, value: f" {value:.{place.decimals}f}°", before=True)),
        way("degrees, minutes, seconds", _sides(lambda place, value: dms(value))),
        way("degrees, minutes, seconds apart", _sides(lambda place, value: dms(value, "{}° {:02}' {:04.1f}\" "))),
        way("two primes", _sides(lambda place, value: dms(value, "{}°{:02}'{:02.0f}''"))),
        way("bare seconds", _sides(lambda place, value: dms(value, "{} {:02} {:04.1f}"), before=True)),
        way("bare seconds behind", _sides(lambda place, value: dms(value, "{} {:02} {:04.1f} "))),
        way("hyphens", _sides(lambda place, value: dms(value, "{:02}-{:02}-{:02.0f}"))),
        way("decimal minutes", _sides(lambda place, value: dm(value))),
        way("decimal minutes before", _sides(lambda place, value: dm(value, "{} {:06.3f}"), before=True)),
        way("French", _sides(lambda place, value: dms(value, "{}° {:02}' {:02.0f}\" "), ("Nord", "Sud", "Est", "Ouest")), ["fr"]),
        way("French decimals", _sides(lambda place, value: f"{value:.4f}° ".replace(".", ","), "NSEO"), ["fr"]),
        way("French words", _sides(lambda place, value: dms(value, "{} degrés {} minutes {:.0f} secondes "), ("Nord", "Sud", "Est", "Ouest")), ["fr"]),
        way("English words", _sides(lambda place, value: dms(value, "{} degrees {} minutes {:.0f} seconds "), ("north", "south", "east", "west")), ["en"]),
        way("Arabic words", _sides(lambda place, value: dms(value, "{} درجة و{} دقيقة و{:.0f} ثانية "), NORTH), ["ar"]),
        way("Arabic sides", _sides(lambda place, value: f"{value:.4f}° ", NORTH), ["ar"]),
        way("Arabic minutes", _sides(lambda place, value: dms(value, "{}° {}' {:.0f}\" "), NORTH), ["ar"]),
        way("compact", lambda random: (lambda place: f"{compact(abs(place.latitude), 2)}N {compact(abs(place.longitude), 3)}E")(Place(random))),
        way("MGRS", _mgrs, is_fixed=True),
        way("UTM", _utm),
        way("plus code", _plus_code, is_fixed=True),
        way("link", _link, is_fixed=True),
        way("geodata", _snippet, is_fixed=True),
    ],
    "phone": [
        way("international", _international),
        way("national", _national),
        way("told", _told(("Tel: ", "phone ", "WhatsApp: ", "mobile no. ", "call ", "fax: ")), ["en"]),
        way("told", _told(("Tél. : ", "téléphone ", "WhatsApp : ", "portable : ", "appeler le ")), ["fr"]),
        way("told", _told(("هاتف: ", "رقم الهاتف ", "واتساب: ", "جوال ", "اتصل على الرقم ")), ["ar"]),
        way("link", lambda random: f"https://wa.me/964770{figures(random, 7)}", is_fixed=True),
    ],
    "identifier": [
        way("document", _document(("passport no. ", "Passport number: ", "national ID ", "ID card no. ", "identity card ")), ["en"]),
        way("document", _document(("passeport n° ", "carte d'identité n° ", "CNI ", "permis de conduire n° ")), ["fr"]),
        way("document", _document(("جواز السفر رقم ", "رقم الهوية: ", "بطاقة الهوية رقم ", "الرقم الوطني ")), ["ar"]),
        way("IBAN", iban, is_fixed=True),
        way("birth", _born(("born on ", "DOB: ", "date of birth: ")), ["en"]),
        way("birth", _born(("né le ", "date de naissance : ", "née le ")), ["fr"]),
        way("birth", _born(("تاريخ الميلاد: ", "تاريخ الولادة ", "مواليد ")), ["ar"]),
    ],
    "email": [way("person", _mailbox, is_fixed=True)],
}  # fmt: skip


def _choice(*shapes):
    """Writes one of the shapes, each `#` a digit, `@` a capital letter, `~` a digit from 1 to 9."""

    def make(random):
        made = {"#": lambda: random.choice("0123456789"), "@": lambda: random.choice(LETTERS), "~": lambda: random.choice("123456789")}
        return "".join(made[sign]() if sign in made else sign for sign in random.choice(shapes))

    return make


INNOCENT = {
    "dates": [
        way("years", _choice("20## to 20##", "19##-20##", "20##/20##", "20##, 20## and 20##")),
        way("days", _choice("1#.0~.20##", "0~/1#/20##", "20##-0~-1#", "0~.0~.20##–1#.0~.20##", "1#-0~-20## 1#:3#", "2# May 20##")),
        way("times", _choice("1#:3#", "1# h 3#", "0~:1# - 1#:4#", "1#:2#:3#")),
    ],
    "amounts": [
        way("money", _choice("USD ~#,###", "$~,###,###.##", "~ ### ### euros", "~##,### CFA", "~#.# million", "~.## and ~.## million dollars",
                             "~#,## €", "~#.##, ~#.##")),
        way("shares", _choice("~#.##%, ~#.##%", "~#,# %", "~# %, ~# % and ~# %", "+~# %", "0.####, 0.####", "1.####, 1.####")),
        way("areas", _choice("~## km2", "~#.## km²", "~ ### m²", "~#.#### ha", "~# x ~# m", "~# ### hectares", "~#.# km north and ~#.# km east")),
        way("counts", _choice("~# ### mines", "~ ### ### people", "+~# ### ### people", "~,###,### items", "~## villages, ~## schools", "~:~")),
        way("money", _choice("~٬###٬### دولار", "~#٫# مليون", "~#٫##٪ و ~#٫##٪", "~## كم٢", "~# ### لغم"), ["ar"]),
    ],
    "numbers": [
        way("standards", _choice("IMAS 0~.1#", "IMAS 0~.1#, 0~.2#", "ISO 3166-1", "ISO 191##", "TNMA 1#.~0/0~", "NILAM 0~.1#"), is_fixed=True),
        way("versions", _choice("3.1#.~", "version ~.~", "v~.#.##", "firmware 2.##.#, 2.##.#"), is_fixed=True),
        way("P-codes", _choice("IQ0#0#", "SY0#0#0#", "UA####00000", "AF#### and AF####", "ML0#0#0#"), is_fixed=True),
        way("codes of entries", _choice("CS-7K3M", "GP-2QX#", "DH-~@#@", "FL-#@@~"), is_fixed=True),
        way("identifiers of texts", _choice("https://doi.org/10.####/abcd.####", "doi:10.1016/j.dib.20##.10####", "ISBN 978-92-1-1#####-~",
                                            "ISSN 0378-#95~", "ISBN 97892113#####"), is_fixed=True),
        way("pages", _choice("pp. 1##-2##", "p. ~#", "pages ~#–~##", "tables ~.~ and ~.~"), is_fixed=True),
        way("addresses", _choice("192.168.1.~#", "10.~.#.~ and 10.~.#.~", "https://data.humdata.org/dataset/0~######-4##a",
                                 "https://reliefweb.int/node/4######", "https://example.org/file/3~##########.pdf"), is_fixed=True),
        way("resolutions", _choice("A/RES/7#/1##", "S/20##/###", "S/20##/### and S/20##/###", "resolution 23## (20##)", "S/RES/23## (20##)"), is_fixed=True),
        way("references", _choice("document 0#########", "Ref. no. 0#########", "report no. 20##-0###-####", "project 00######", "invoice 0#########",
                                  "contract 20##/##/###", "hazard ID ########", "task 20##/0###", "MA-20##-00##"), ["en"], is_fixed=True),
        way("references", _choice("dossier n° 0#########", "facture n° 0#########", "rapport n° 20##-0###-####", "projet 00######"), ["fr"], is_fixed=True),
        way("references", _choice("وثيقة رقم 0#########", "المشروع رقم 20########", "القرار 1~## (20##)", "المادة ~#"), ["ar"]),
        way("scales", _choice("1:~0,000", "~ in ~0", "GMT+~", "EPSG:4326", "WGS84", "~#.# °C", "~0mm HE ~#", "1# MAR 20##", "0~ JUN 20##"), is_fixed=True),
    ],
    "mailboxes": [
        way("role", lambda random: f"{random.choice(('info', 'contact', 'imsma', 'data', 'support', 'secretariat', 'im.unit', 'press', 'ma-cluster'))}"
                                   f"@{random.choice(('example.org', 'un.org', 'gichd.org', 'ministry.example'))}", is_fixed=True),
        way("organisation", _choice("hdx@hdx.org", "unmas@un.org", "nmac.office@example.gov", "ochaiims@un.org", "unmas-iraq@un.org"), is_fixed=True),
    ],
    "words": [
        way("words", _choice("coordinates are rounded to ~ decimals", "passport control", "identity cards were checked at ~ points", "phone interviews with ~## people",
                             "mobile teams reached ~# ### people", "latitude for ~ partners", "the position of ~# organisations", "a grid of ~00 m by ~00 m"), ["en"]),
        way("words", _choice("les coordonnées sont arrondies à ~ décimales", "contrôle des passeports", "~# équipes mobiles", "une grille de ~00 m sur ~00 m",
                             "la position de ~# organisations", "entretiens par téléphone avec ~## personnes"), ["fr"]),
        way("words", _choice("تقريب الإحداثيات إلى ~ منازل", "مراقبة جوازات السفر", "وصلت الفرق المتنقلة إلى ~# ### شخص", "شبكة من ~00 م في ~00 م"), ["ar"]),
    ],
}  # fmt: skip
