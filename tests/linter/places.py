"""The ways in which people write a place."""

from urllib.parse import quote

from tests.linter.ways import figures, way

PLUS = "23456789CFGHJMPQRVWX"


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


def _decimal(random):
    return Place(random).both(random.choice((", ", ",", " ", "; ", " ; ", " / ", " x ")))


def _three(random):
    place = Place(random, 3)
    return f"{place.latitude:.2f}{random.randint(1, 9)}, {place.longitude:.2f}{random.randint(1, 9)}"


def _comma(random):
    return Place(random).both(random.choice(("; ", " ; ", " ", " / ", " et ")), ",")


def _labelled(random):
    place = Place(random, random.randint(2, 6))
    one, other = random.choice(
        (
            ("lat: {}", "lon: {}"),
            ("Lat {}", "Long {}"),
            ("latitude {}", "longitude {}"),
            ("LAT={}", "LNG={}"),
            ("Latitude: {}°", "Longitude: {}°"),
            ('"lat": {}', '"lng": {}'),
        )
    )
    pair = [one.format(place.number(place.latitude)), other.format(place.number(place.longitude))]
    return random.choice((", ", " ", "; ", " / ")).join(pair if random.random() < 0.8 else pair[::-1])


def _arabic_labelled(random):
    place = Place(random, random.randint(3, 6))
    one, other = random.choice(
        (
            ("خط العرض {}", "وخط الطول {}"),
            ("خط العرض: {}", "خط الطول: {}"),
            ("خط عرض {}", "خط طول {}"),
            ("دائرة العرض {}", "وخط الطول {}"),
        )
    )
    return f"{one.format(place.number(place.latitude))}، {other.format(place.number(place.longitude))}"


def _announced(words):
    def make(random):
        return f"{random.choice(words)}{Place(random, 2).both(random.choice((', ', ' ', ' ; ')))}"

    return make


def _sides(shape, letters="NSEW", **options):
    def make(random):
        place = Place(random, random.randint(2, 6))
        return place.sides(
            lambda value: shape(place, value), random.choice((", ", " ", " / ")), letters=letters, **options
        )

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
    shape = random.choice(
        (
            "{zone} {east} {north}",
            "{zone} 0{east} {north}",
            "UTM {zone} {east}mE {north}mN",
            "Easting {east}, Northing {north}",
            "UTM zone {zone}: {east} E {north} N",
            "E: {east} N: {north}",
            "X={east} Y={north}",
        )
    )
    return shape.format(zone=zone, east=east, north=north)


def _plus_code(random):
    code = "".join(random.choices(PLUS, k=6)) + random.choice("23456789") + random.choice("CFGHJMPQRVWX")
    end = "".join(random.choices(PLUS, k=random.choice((2, 3))))
    return f"{code}+{end}" if random.random() < 0.6 else f"{code[-4:]}+{end}"


def _link(random):
    place = Place(random)
    shape = random.choice(
        (
            "https://www.google.com/maps/@{lat},{lon},15z",
            "https://maps.google.com/?q={lat},{lon}",
            "https://maps.google.com/maps?ll={lat}%2C{lon}&z=14",
            "https://www.openstreetmap.org/#map=15/{lat}/{lon}",
            "https://www.openstreetmap.org/?mlat={lat}&mlon={lon}",
            "https://waze.com/ul?ll={lat},{lon}",
            "geo:{lat},{lon}",
            "https://maps.apple.com/?ll={lat},{lon}",
            "https://www.google.com/maps/data=!3d{lat}!4d{lon}",
            "https://www.bing.com/maps?cp={lat}~{lon}&lvl=12",
            "https://maps.app.goo.gl/Ab1Cd2Ef3Gh4",
        )
    )
    return shape.format(lat=place.number(place.latitude), lon=place.number(place.longitude))


def _escaped(random):
    place = Place(random)
    sides = place.sides(lambda value: dms(value), " ")
    query = random.choice((place.both(","), place.both(", "), sides))
    quoted = "".join(random.choice((sign, f"%{ord(sign):02X}")) if sign.isdigit() else quote(sign) for sign in query)
    return f"https://www.google.com/maps/place/{quoted}"


def _glued(random):
    place = Place(random)
    return random.choice((place.sides(lambda value: compact(value, 2), ""), place.both("_")))


def _grouped(random):
    place = Place(random, 5)
    return ", ".join(f"{number[:-2]} {number[-2:]}" for number in map(place.number, (place.latitude, place.longitude)))


def _colons(random):
    place = Place(random)
    place.latitude = 25 + abs(place.latitude) / 2
    return ", ".join(dms(abs(value), "{}:{:02}:{:04.1f}") for value in (abs(place.latitude), place.longitude))


def _announced_grid(random):
    square = f"38S{random.choice('KLMN')}{random.choice('ABCD')}"
    figure = figures(random, 5), figures(random, 5)
    grid = random.choice((f"MGRS: {square} {figure[0]}, {figure[1]}", f"mgrs {square.lower()} {figure[0]} {figure[1]}"))
    metres = f"{random.randint(160000, 833000)} {random.randint(1000000, 9900000)}"
    return random.choice((grid, f"UTM coordinates: {metres}", f"{metres} (UTM)"))


def _snippet(random):
    place = Place(random)
    shape = random.choice(
        (
            "POINT({lon} {lat})",
            "POINT Z ({lon} {lat} 12)",
            '{{"type":"Point","coordinates":[{lon},{lat}]}}',
            "<coordinates>{lon},{lat},0</coordinates>",
            '<trkpt lat="{lat}" lon="{lon}">',
            "SRID=4326;POINT({lon} {lat})",
        )
    )
    return shape.format(lat=place.number(place.latitude), lon=place.number(place.longitude))


NORTH = ("شمالاً", "جنوباً", "شرقاً", "غرباً")
PLACES = [
    way("decimal pair", _decimal, has_minus=True),
    way("pair of three decimals", _three, has_minus=True),
    way("pair with commas", _comma, ["fr", "ar"], has_minus=True),
    way("labels", _labelled, has_minus=True),
    way("Arabic labels", _arabic_labelled, ["ar"], has_minus=True),
    way(
        "announced",
        _announced(("GPS: ", "coordinates ", "GPS coordinates: ", "Coordinates of the well: ")),
        ["en"],
        has_minus=True,
    ),
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
    way(
        "French",
        _sides(lambda place, value: dms(value, "{}° {:02}' {:02.0f}\" "), ("Nord", "Sud", "Est", "Ouest")),
        ["fr"],
    ),
    way("French decimals", _sides(lambda place, value: f"{value:.4f}° ".replace(".", ","), "NSEO"), ["fr"]),
    way(
        "French words",
        _sides(
            lambda place, value: dms(value, "{} degrés {} minutes {:.0f} secondes "), ("Nord", "Sud", "Est", "Ouest")
        ),
        ["fr"],
    ),
    way(
        "English words",
        _sides(
            lambda place, value: dms(value, "{} degrees {} minutes {:.0f} seconds "), ("north", "south", "east", "west")
        ),
        ["en"],
    ),
    way("Arabic words", _sides(lambda place, value: dms(value, "{} درجة و{} دقيقة و{:.0f} ثانية "), NORTH), ["ar"]),
    way("Arabic sides", _sides(lambda place, value: f"{value:.4f}° ", NORTH), ["ar"]),
    way("Arabic minutes", _sides(lambda place, value: dms(value, "{}° {}' {:.0f}\" "), NORTH), ["ar"]),
    way(
        "compact",
        lambda random: (lambda place: f"{compact(abs(place.latitude), 2)}N {compact(abs(place.longitude), 3)}E")(
            Place(random)
        ),
    ),
    way("MGRS", _mgrs, is_fixed=True),
    way("UTM", _utm),
    way("plus code", _plus_code, is_fixed=True),
    way("link", _link, is_fixed=True),
    way("geodata", _snippet, is_fixed=True),
    way("link with escapes", _escaped, is_fixed=True),
    way("glued", _glued, is_fixed=True),
    way("figures in threes", _grouped),
    way("colons", _colons),
    way("announced grid without a zone", _announced_grid, is_fixed=True),
]
