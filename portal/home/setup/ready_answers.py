from portal.records.models import CannedAnswer

FIRST = (
    (
        "Source is missing",
        "Please name the source of the figures, with its year and where it can be found.",
        "Merci d’indiquer la source des chiffres, son année et où la trouver.",
        "يُرجى ذكر مصدر الأرقام وسنته ومكان الاطلاع عليه.",
    ),
    (
        "A person could be recognised",
        "A person could be recognised in the text. Please take out names, and anything that points at one person.",
        "Une personne pourrait être reconnue dans le texte. Merci de retirer les noms et tout ce qui la désigne.",
        "قد يُتعرّف على شخص في النص. يُرجى حذف الأسماء وكل ما يدل على شخص بعينه.",
    ),
    (
        "An exact place is named",
        "An exact place is named. Please name the district or the province instead.",
        "Un lieu exact est nommé. Merci d’indiquer plutôt le district ou la province.",
        "ورد مكان محدّد بدقة. يُرجى ذكر المديرية أو المحافظة بدلاً منه.",
    ),
)
"""Name and texts in English, French and Arabic: not yet validated by native speakers."""


def set_up_ready_answers():
    """What reviewers can say from the first day; once there are any, they are the editors'."""
    if not CannedAnswer.objects.exists():
        rows = [CannedAnswer(name=name, text_en=en, text_fr=fr, text_ar=ar) for name, en, fr, ar in FIRST]
        CannedAnswer.objects.bulk_create(rows)
