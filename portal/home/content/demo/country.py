from portal.taxonomy.models import Country

CODE = "XXA"
"""One of the codes that ISO 3166-1 leaves to users for ever: no country will have it."""
NAMES = {
    "label_en": "Exampleland (fictional)",
    "label_fr": "Exempleland (fictif)",
    "label_ar": "إكزامبللاند (بلد خيالي)",
}


def add_country():
    """The country term of the fictional country, as editors left it where it is there already."""
    values = {
        **NAMES,
        "description": "A fictional country for trying out the portal. User-assigned code of ISO 3166-1.",
        "source": "User-assigned code of ISO 3166-1; fictional",
        "sort_order": 9990,
        "attributes": {"alpha_3": CODE},
    }
    return Country.objects.get_or_create(key=CODE.lower(), defaults=values)[0]
