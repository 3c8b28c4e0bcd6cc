"""E-mail addresses of persons. That of a role, an office or a programme is what should stand in their place."""

import re

from .findings import FindingKind, Match

LABELS = r"(?:[a-z0-9-]{1,63}"
ADDRESS = re.compile(
    r"(?<![\w.+%-])(?P<local>[a-z0-9][\w.+'%-]{0,63})"
    rf"(?:(?:@|&#64;|%40)(?P<plain>{LABELS}\.){{1,5}}[a-z]{{2,24}})"
    rf"| ?[\[(](?:at|arobase)[\])] ?(?P<masked>{LABELS} ?(?:\.|[\[(](?:dot|point)[\])]| dot ) ?){{1,5}}[a-z]{{2,24}})"
    rf"| at (?P<spoken>{LABELS} dot ){{1,5}}[a-z]{{2,24}}))(?![\w@-])",
    re.IGNORECASE,
)
FREE = re.compile(
    r"(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|aol|icloud|me|mac|proton(?:mail)?|gmx|mail|yandex|zoho|"
    r"laposte|orange|wanadoo|free|sfr|ukr|inbox|rambler|qq|163|maktoob|tutanota|hushmail|fastmail)\.(?:[a-z]{2,4})(?:\.[a-z]{2})?",
    re.IGNORECASE,
)
ROLE_WORDS = """
info contact contacts contactus im ims imsma imu imo iao data database databases gis support help helpdesk admin
administration office bureau secretariat secretary coordination coordinator coordinateur cluster aor mineaction mine
ma mre eore eod hma press media communication communications comms public webmaster web www hostmaster postmaster
noreply no reply donotreply feedback complaints complaint enquiries enquiry inquiries hello team equipe unit section
desk operations ops operation planning survey clearance victim assistance va advocacy protection training library
research policy programme programmes program project projects projet partners partnership partnerships registry
archive archives security safety privacy dpo legal hr recruitment jobs careers procurement tenders finance accounts
billing sales service services hub hdx opendata open portal portail cod cods fis maps mapping map geo spatial stats
statistics statistique direction directorate directeur director head chief focal point focalpoint focal reports
reporting report monitoring evaluation logistics admin1 hq field country mission national authority centre center nmac
nmaa mac mail mailbox email general all list lists users community cop network newsletter events event workshop
conference registration hotline alert alerts it ict tech technical dev sysadmin api abuse account information
informations gestion donnees renseignements accueil demande bonjour presse appui cellule emergency response
humanitarian access civmil civ cmcoord ochaim ocha unmas undp unhcr unicef unops wfp iom who fao gichd mag halo drc hi
fsd npa icrc ifrc dca itf mcpa mact dmac lmac unmac mapa tcmac cmac uxolao syria iraq ukraine yemen libya sudan mali
lebanon afghanistan somalia nigeria gaza westbank opt chad niger burkina cameroon colombia myanmar laos cambodia
vietnam kenya geneva newyork bangkok amman damascus aleppo baghdad erbil kyiv sanaa aden tripoli beirut kabul juba
khartoum goma kinshasa dakar bamako niamey
"""
BEGINNINGS = """
info contact support help data imsma office coordinat cluster mineaction minaction secretar admin press media team
desk unit feedback complain enquir inquir hotline programme project noreply reply mail portal gis ocha unmas unhcr
unicef undp library service operation protect report training planning survey clearance deminage lutteantimines
information communic registr webmaster procure tender recruit editor redaction security opendata statist nmac demin
centre center agency focal authority helpdesk
"""
ROLES = frozenset(ROLE_WORDS.split())
STEMS = tuple(BEGINNINGS.split())
"""A part that begins or ends so is of a role."""
DOT = re.compile(r" ?(?:[\[(](?:dot|point)[\])]|\.| dot ) ?")
NAMED = re.compile(r"[a-z]{1,20}(?:[._-][a-z]{1,20}){1,3}\d{0,4}", re.IGNORECASE)


def matches(text):
    """The addresses of persons in a normalised text: of those with a name, and those that name no role."""
    for found in ADDRESS.finditer(text):
        written = found["plain"] or found["masked"] or found["spoken"]
        domain = DOT.sub(".", written.lower()).replace(" ", "")
        rule = _rule(found["local"].lower(), domain)
        if rule:
            yield Match(FindingKind.EMAIL, found.start(), found.end(), rule)


def _rule(local, domain):
    parts = [part for part in re.split(r"[._+'%-]|(?<=[a-z])(?=\d)", local) if part and not part.isdigit()]
    if not parts or any(_is_role(part, domain) for part in parts):
        return ""
    if FREE.fullmatch(domain) or NAMED.fullmatch(local):
        return "address of a person"
    return "address that names no role"


def _is_role(part, domain):
    """Whether a part of what stands before the @ is a role, or the organisation itself."""
    labels = re.split(r"[.-]", domain)
    return part in ROLES or part.startswith(STEMS) or part.endswith(STEMS) or (len(part) > 1 and part in labels[:-1])
