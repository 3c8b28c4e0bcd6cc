"""What only looks as if it were a place or a number of a person."""

from tests.linter.ways import LETTERS, way

ROLES = ("info", "contact", "imsma", "data", "support", "secretariat", "im.unit", "press", "ma-cluster")


def _choice(*shapes):
    """Writes one of the shapes, each `#` a digit, `@` a capital letter, `~` a digit from 1 to 9."""

    def make(random):
        made = {
            "#": lambda: random.choice("0123456789"),
            "@": lambda: random.choice(LETTERS),
            "~": lambda: random.choice("123456789"),
        }
        return "".join(made[sign]() if sign in made else sign for sign in random.choice(shapes))

    return make


def _key(random):
    key = f"{random.getrandbits(128):032x}"
    return f"https://data.humdata.org/dataset/{key[:8]}-{key[8:12]}-{key[12:16]}-{key[16:20]}-{key[20:]}"


INNOCENT = {
    "dates": [
        way("years", _choice("20## to 20##", "19##-20##", "20##/20##", "20##, 20## and 20##")),
        way(
            "days",
            _choice(
                "1#.0~.20##", "0~/1#/20##", "20##-0~-1#", "0~.0~.20##–1#.0~.20##", "1#-0~-20## 1#:3#", "2# May 20##"
            ),
        ),
        way("times", _choice("1#:3#", "1# h 3#", "0~:1# - 1#:4#", "1#:2#:3#")),
    ],
    "amounts": [
        way(
            "money",
            _choice(
                "USD ~#,###",
                "$~,###,###.##",
                "~ ### ### euros",
                "~##,### CFA",
                "~#.# million",
                "~.## and ~.## million dollars",
                "~#,## €",
                "~#.##, ~#.##",
            ),
        ),
        way(
            "shares",
            _choice("~#.##%, ~#.##%", "~#,# %", "~# %, ~# % and ~# %", "+~# %", "0.####, 0.####", "1.####, 1.####"),
        ),
        way(
            "areas",
            _choice(
                "~## km2",
                "~#.## km²",
                "~ ### m²",
                "~#.#### ha",
                "~# x ~# m",
                "~# ### hectares",
                "~#.# km north and ~#.# km east",
            ),
        ),
        way(
            "counts",
            _choice(
                "~# ### mines",
                "~ ### ### people",
                "+~# ### ### people",
                "~,###,### items",
                "~## villages, ~## schools",
                "~:~",
            ),
        ),
        way("money", _choice("~٬###٬### دولار", "~#٫# مليون", "~#٫##٪ و ~#٫##٪", "~## كم٢", "~# ### لغم"), ["ar"]),
    ],
    "numbers": [
        way(
            "standards",
            _choice("IMAS 0~.1#", "IMAS 0~.1#, 0~.2#", "ISO 3166-1", "ISO 191##", "TNMA 1#.~0/0~", "NILAM 0~.1#"),
            is_fixed=True,
        ),
        way("versions", _choice("3.1#.~", "version ~.~", "v~.#.##", "firmware 2.##.#, 2.##.#"), is_fixed=True),
        way("P-codes", _choice("IQ0#0#", "SY0#0#0#", "UA####00000", "AF#### and AF####", "ML0#0#0#"), is_fixed=True),
        way("codes of entries", _choice("CS-7K3M", "GP-2QX#", "DH-~@#@", "FL-#@@~"), is_fixed=True),
        way(
            "identifiers of texts",
            _choice(
                "https://doi.org/10.####/abcd.####",
                "doi:10.1016/j.dib.20##.10####",
                "ISBN 978-92-1-1#####-~",
                "ISSN 0378-#95~",
                "ISBN 97892113#####",
            ),
            is_fixed=True,
        ),
        way("pages", _choice("pp. 1##-2##", "p. ~#", "pages ~#–~##", "tables ~.~ and ~.~"), is_fixed=True),
        way(
            "addresses",
            _choice(
                "192.168.1.~#",
                "10.~.#.~ and 10.~.#.~",
                "https://data.humdata.org/dataset/0~######-4##a",
                "https://reliefweb.int/node/4######",
                "https://example.org/file/3~##########.pdf",
            ),
            is_fixed=True,
        ),
        way("keys", _key, is_fixed=True),
        way(
            "resolutions",
            _choice(
                "A/RES/7#/1##", "S/20##/###", "S/20##/### and S/20##/###", "resolution 23## (20##)", "S/RES/23## (20##)"
            ),
            is_fixed=True,
        ),
        way(
            "references",
            _choice(
                "document 0#########",
                "Ref. no. 0#########",
                "report no. 20##-0###-####",
                "project 00######",
                "invoice 0#########",
                "contract 20##/##/###",
                "hazard ID ########",
                "task 20##/0###",
                "MA-20##-00##",
            ),
            ["en"],
            is_fixed=True,
        ),
        way(
            "references",
            _choice("dossier n° 0#########", "facture n° 0#########", "rapport n° 20##-0###-####", "projet 00######"),
            ["fr"],
            is_fixed=True,
        ),
        way(
            "references",
            _choice("وثيقة رقم 0#########", "المشروع رقم 20########", "القرار 1~## (20##)", "المادة ~#"),
            ["ar"],
        ),
        way(
            "scales",
            _choice(
                "1:~0,000",
                "~ in ~0",
                "GMT+~",
                "EPSG:4326",
                "WGS84",
                "~#.# °C",
                "~0mm HE ~#",
                "1# MAR 20##",
                "0~ JUN 20##",
            ),
            is_fixed=True,
        ),
    ],
    "mailboxes": [
        way(
            "role",
            lambda random: (
                f"{random.choice(ROLES)}@{random.choice(('example.org', 'un.org', 'gichd.org', 'ministry.example'))}"
            ),
            is_fixed=True,
        ),
        way(
            "organisation",
            _choice("im.iraq@un.org", "info.burkina@example.org", "data.sharing@un.org", "kirkuk.office@example.org"),
            is_fixed=True,
        ),
        way(
            "organisation",
            _choice("hdx@hdx.org", "unmas@un.org", "nmac.office@example.gov", "ochaiims@un.org", "unmas-iraq@un.org"),
            is_fixed=True,
        ),
    ],
    "signs": [
        way("letters with a plus", _choice("WFPX+RR", "CXCW+CR", "HRGF+MPX"), is_fixed=True),
        way("constants", _choice("3.141#, 2.718#", "1.414#; 1.732#"), is_fixed=True),
        way("times of a day", _choice("1#:3#:4#.#, 1#:5#:0#.#", "0~:1#:3#, 2~:5#:5#"), is_fixed=True),
        way(
            "numbers of things",
            _choice("hazard ID 199#########", "https://un.org/?id=199#########"),
            is_fixed=True,
        ),
        way("addresses with escapes", _choice("https://un.org/a%20report%20202#.pdf?q=mine+action"), is_fixed=True),
        way("links to channels", _choice("https://t.me/s/unmas", "https://t.me/unmas/1###"), is_fixed=True),
    ],
    "words": [
        way(
            "words",
            _choice(
                "coordinates are rounded to ~ decimals",
                "passport control",
                "identity cards were checked at ~ points",
                "phone interviews with ~## people",
                "mobile teams reached ~# ### people",
                "latitude for ~ partners",
                "the position of ~# organisations",
                "a grid of ~00 m by ~00 m",
            ),
            ["en"],
        ),
        way(
            "words",
            _choice(
                "les coordonnées sont arrondies à ~ décimales",
                "contrôle des passeports",
                "~# équipes mobiles",
                "une grille de ~00 m sur ~00 m",
                "la position de ~# organisations",
                "entretiens par téléphone avec ~## personnes",
            ),
            ["fr"],
        ),
        way(
            "words",
            _choice(
                "تقريب الإحداثيات إلى ~ منازل",
                "مراقبة جوازات السفر",
                "وصلت الفرق المتنقلة إلى ~# ### شخص",
                "شبكة من ~00 م في ~00 م",
            ),
            ["ar"],
        ),
    ],
}
