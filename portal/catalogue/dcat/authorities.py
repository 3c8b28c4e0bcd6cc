"""The lists of the Publications Office of the European Union, and of ADMS, that DCAT-AP asks for: what of them the
vocabularies do not hold themselves (https://semiceu.github.io/DCAT-AP/releases/3.0.1/#controlled-vocs)."""

EU = "http://publications.europa.eu/resource/authority/"
ADMS = "http://purl.org/adms/publishertype/"
PUBLISHER_SCHEME = f"{ADMS}1.0"
THEMES = {
    "AGRI": ("Agriculture, fisheries, forestry and food", "Agriculture, pêche, sylviculture et alimentation"),
    "ECON": ("Economy and finance", "Économie et finances"),
    "EDUC": ("Education, culture and sport", "Éducation, culture et sport"),
    "ENER": ("Energy", "Énergie"),
    "ENVI": ("Environment", "Environnement"),
    "GOVE": ("Government and public sector", "Gouvernement et secteur public"),
    "HEAL": ("Health", "Santé"),
    "INTR": ("International issues", "Questions internationales"),
    "JUST": ("Justice, legal system and public safety", "Justice, système juridique et sécurité publique"),
    "REGI": ("Regions and cities", "Régions et villes"),
    "SOCI": ("Population and society", "Population et société"),
    "TECH": ("Science and technology", "Science et technologie"),
    "TRAN": ("Transport", "Transports"),
}
"""Codes of data themes with their English and French names: the list has no Arabic ones."""
ACCESS_RIGHTS = {
    "PUBLIC": ("public", "public", "عام"),
    "RESTRICTED": ("restricted", "restreint", "مقيد"),
    "NON_PUBLIC": ("non-public", "non public", "غير عام"),
}
LANGUAGES = {
    "en": ("ENG", "English", "anglais", "الإنجليزية"),
    "fr": ("FRA", "French", "français", "الفرنسية"),
    "ar": ("ARA", "Arabic", "arabe", "العربية"),
}
"""By the portal's codes: theirs, and the names in English, French, Arabic."""
GEONAMES = {"global": "https://sws.geonames.org/6295630/", "kosovo": "https://sws.geonames.org/831053/"}
"""What no list of the European Union has, by our keys, in that of GeoNames: the Earth, Kosovo."""
SCHEMES = {
    f"{EU}access-right": "Access right",
    f"{EU}country": "Country",
    f"{EU}data-theme": "Data theme",
    f"{EU}file-type": "File type",
    f"{EU}frequency": "Frequency",
    f"{EU}language": "Language",
    PUBLISHER_SCHEME: "ADMS publisher types",
}
"""The lists by their addresses, with their titles."""
ADMS = "http://purl.org/adms/publishertype/"
PUBLISHER_TYPES = {
    **dict.fromkeys(
        ("national_mine_action_authority", "mine_action_centre", "government", "statistics_office", "military_police"),
        ("NationalAuthority", "National authority"),
    ),
    "local_government": ("LocalAuthority", "Local authority"),
    **dict.fromkeys(
        ("united_nations", "international_organisation", "coordination_body", "development_programme"),
        ("SupraNationalAuthority", "Supra-national authority"),
    ),
    **dict.fromkeys(
        (
            "red_cross_red_crescent", "international_ngo", "national_ngo", "local_ngo", "civil_society",
            "survivor_organisation", "religious",
        ),
        ("NonGovernmentalOrganisation", "Non-Governmental Organisation"),
    ),
    "foundation": ("NonProfitOrganisation", "Non-Profit Organisation"),
    "private_sector": ("Company", "Company"),
    "academic_research": ("Academia-ScientificOrganisation", "Academia/Scientific organisation"),
}  # fmt: skip
"""By kind of organisation: the code and the name of the nearest type of publisher; other kinds have none."""
