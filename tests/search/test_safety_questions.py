"""Whether a place is safe is asked in many words, and never answered by a list."""

import logging

import pytest

from portal.search.safety_questions import asks_whether_safe
from tests.factories.records import make_record

ASKING = [
    "is Mosul safe",
    "Is Mosul safe?",
    "is it safe to go to Mosul",
    "Is it safe to return to Sinjar now?",
    "is the road to Aden safe",
    "Are the fields around Kharkiv safe to farm?",
    "can we go to Sinjar",
    "can I travel to Raqqa",
    "Can children play there safely?",
    "can people return to Tawergha",
    "how safe is Aleppo",
    "where is it safe to walk",
    "which roads are safe in Taiz",
    "which areas are mined",
    "Are there mines in Kherson",
    "are there any landmines near Kyiv",
    "is there a minefield near Basra",
    "safe route to Mariupol",
    "safe to go to Homs",
    "Is this area safe",
    "is this place safe?",
    "is it safe",
    "is my village mined?",
    "is the school in Hodeidah safe",
    "Is Kharkiv still dangerous?",
    "is X safe for children",
    "Is the area clear of mines?",
    "when is it safe to return to Derna",
    "Which schools are safe to reopen?",
    "Mosul safe?",
    "est-ce sûr",
    "est-ce sûr d'aller à Gao ?",
    "est-ce que Tombouctou est sûr",
    "est-ce que la route de Gao est sûre ?",
    "La route de Gao est-elle sûre ?",
    "est-ce dangereux d'aller à Kidal",
    "peut-on aller à Gao",
    "puis-je aller à Ménaka ?",
    "pouvons-nous rentrer à Bangui",
    "peut-on cultiver les champs près de Sévaré",
    "y a-t-il des mines à Kidal",
    "quelles routes sont sûres",
    "est-ce sur d'aller à Gao",
    "est-ce que cette zone est minée",
    "où est-ce sûr",
    "c'est sûr ?",
    "est-ce que c'est sans danger",
    "هل الموصل آمنة",
    "هل الموصل آمنة؟",
    "هل الطريق إلى عدن آمن",
    "هل يمكن الذهاب إلى سنجار",
    "هل يمكننا العودة إلى القرية",
    "هل هناك ألغام في تعز",
    "هل توجد ألغام قرب المدرسة",
    "هل المنطقة خطرة",
    "هل المنطقة ملغومة",
    "هل من الآمن السفر إلى حلب",
    "ما مدى أمان الطريق",
    "أين المناطق الآمنة",
    "هل هذا المكان آمن",
]
SEARCHING = [
    "safe school",
    "safe schools declaration",
    "safety data",
    "safe disposal",
    "is safe disposal possible",
    "safe storage of explosives",
    "is it safe to share data",
    "are data safe",
    "how to keep data safe",
    "safe access",
    "safety",
    "safeguarding",
    "explosive ordnance risk education safe behaviour",
    "safe areas",
    "land release",
    "can we share IMSMA data",
    "where is the data",
    "which organisations are in Mosul",
    "are there data on mines",
    "mine action data Iraq",
    "mines in Kherson",
    "minefield data",
    "contaminated areas",
    "safe return of refugees",
    "safe return",
    "road clearance",
    "route clearance Yemen",
    "dangerous areas",
    "données sûres",
    "est-ce que les données sont sûres",
    "sécurité des données",
    "partage de données sur les mines",
    "sur les mines",
    "rapport sur les mines",
    "zones dangereuses",
    "écoles sûres",
    "qui a des données sur Gao",
    "peut-on partager les données",
    "mines à Kidal",
    "بيانات آمنة",
    "هل البيانات آمنة",
    "هل يمكن مشاركة البيانات",
    "المدارس الآمنة",
    "ألغام تعز",
    "مناطق خطرة",
    "التخلص الآمن",
    "العودة الآمنة",
    "is there a protocol",
    "are there agreements with OCHA",
    "can clusters use IMSMA exports",
    "who can access IMSMA",
    "what is IMSMA",
    "how is data shared between OCHA and UNMAS",
    "Which decision did the data serve",
    "Is hazard data shared with health cluster",
    "where are schools",
    "what works in Ukraine",
    "lessons on trust",
    "safe spaces for women",
    "secure data transfer",
    "safe water",
    "water safe",
]


@pytest.mark.parametrize("text", ASKING)
def test_questions_whether_a_place_is_safe(text):
    assert asks_whether_safe(text)
    assert asks_whether_safe(text.upper())


@pytest.mark.parametrize("text", SEARCHING)
def test_searches_that_are_no_such_question(text):
    assert not asks_whether_safe(text)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/search/", "/case-studies/", "/practices/", "/organisations/", "/fr/search/", "/ar/search/"]
)
def test_no_list_answers_it_or_repeats_its_words(client, address, caplog):
    make_record(title="Kharkiv is safe", summary="Is Kharkiv safe? Kharkiv is safe.")

    with caplog.at_level(logging.DEBUG):
        answer = client.get(address, {"q": "Is Kharkiv safe?"})

    main = answer.text.partition("<main")[2].partition("</main>")[0]
    assert answer.status_code == 200
    assert "Kharkiv" not in main
    assert (
        "/organisations/?organisation_type=national_mine_action_authority&amp;organisation_type=mine_action_centre"
        in main
    )
    assert "Kharkiv" not in caplog.text
    assert 'name="robots" content="noindex"' in answer.text


@pytest.mark.django_db
def test_the_standing_line_stands_beside_it(client):
    text = client.get("/search/?q=can+we+go+to+Sinjar").text

    assert "This portal cannot say whether a place is safe." in text
    assert "No entry does not mean that there is no explosive ordnance. Not for safety decisions." in text


@pytest.mark.django_db
def test_nothing_is_suggested_for_it(client):
    make_record(title="Is it safe")

    assert [each["text"] for each in client.get("/search/suggest?q=safe").json()["suggestions"]] == ["Is it safe"]
    assert client.get("/search/suggest?q=is+it+safe").json() == {"suggestions": []}
