"""“Is this place safe?” typed into a search: such a question is not answered, whatever the entries say.

It is told by its form: a question about a place, a way or going somewhere. “Safe schools”, “safe disposal” and “is it
safe to share these data” search as ever.
"""

import re
import unicodedata

from portal.records.linter.wording import one_of

from . import analysis

MOST_CHARACTERS = 500
OTHER_SUBJECTS = one_of(r"""
    data|datasets?|databases?|information|shar(?:e|ed|ing)|publish(?:ed|ing)?|storage|stored?|disposal|software|tools?
    passwords?|links?|files?|methods?|procedures?|portals?|api
    donnees|partag\w+|publi(?:er|ee?s?)|stockage|fichiers?|destruction|methodes?|outils?|informations?
    (?:ال)?بيانات|(?:ال)?معلومات|(?:ال)?مشاركه|(?:ال)?نشر|(?:ال)?تخزين|تبادل
""")
ELSEWHERE = re.compile(rf"\b{OTHER_SUBJECTS}\b")
"""What is asked about is no place."""
SAFE = one_of(r"""
    (?:un)?safe(?:ly)?|secure|dangerous|risky|hazardous|mined|contaminated|mine free
    clear(?:ed)? of \w+|free (?:of|from) \w+
""")
AFTER = "to|for|in|at|near|around|now|today|tonight|tomorrow|yet|again|enough|still|or|from|after|since|there|here"
THEN = rf"(?= (?:{AFTER})\b| \?|$)"
GO = one_of("""
    go|travel|walk|drive|return|enter|visit|cross|farm|live|play|move|stay|come|plough|graze|build|dig|pass|camp|hike
    settle|sleep|work
""")
WHO = r"(?:i|we|you|they|one|people|children|families|farmers|civilians|returnees|(?:my|our|the|displaced) \w+)"
MINES = one_of("""
    land ?mines?|mines|mine ?fields?|uxos?|ieds?|bombs|booby traps|cluster munitions|explosives?
""")
ENGLISH = (
    rf"\b(?:is|are|was|isn t|aren t) (?:it |there )?(?:\w+ ){{1,8}}?(?:{SAFE}){THEN}",
    rf"\b(?:is|isn t) it (?:\w+ ){{0,2}}?(?:{SAFE}){THEN}",
    rf"\b(?:is|are) there (?:any |still |a |some |an ){{0,2}}{MINES} (?:left |still )?(?:in|at|near|on|around|along)\b",
    r"\b(?:is|are) there (?:any |a )?safe(?:st)? (?:road|route|way|path|place|area)s?\b",
    rf"\b(?:can|could|may|should|would) {WHO} (?:\w+ ){{0,2}}?(?:{GO})\b",
    rf"\b(?:when|where|if|whether|which(?: \w+){{1,4}}) (?:is|are|it is) (?:it )?(?:\w+ ){{0,3}}?{SAFE}{THEN}",
    rf"^safe (?:enough )?to (?:{GO})\b|\bsafe to (?:{GO}) (?:to|in|through|back|home|around|near|at|across|on)\b",
    r"\bhow (?:safe|dangerous|risky) (?:is|are)\b",
    r"\b(?:safe|safest|safer) (?:road|route|way|path)s? (?:to|from|between|through|into)\b",
    r"^(?:\w+ ){1,4}safe \?$",
)
SECURE_FR = one_of("""
    sure?s?z|dangereu(?:x|ses?)|minee?s?|contaminee?s?|securisee?s?|sans danger|sans risque|risquee?s?
""")
GO_FR = one_of("""
    aller|se rendre|rendre|voyager|passer|circuler|rentrer|retourner|revenir|marcher|traverser|cultiver|entrer|conduire
    rouler|habiter|visiter|vivre|construire|dormir
""")
FRENCH = (
    rf"\best ce (?:que |qu )?(?:\w+ ){{0,8}}?{SECURE_FR}\b",
    rf"\b(?:est|sont) (?:t )?(?:il|elle|ils|elles) (?:\w+ ){{0,2}}?{SECURE_FR}\b",
    rf"^(?:c )?est (?:\w+ )?{SECURE_FR}(?: (?:de|d|pour|a|au|en)\b| ?\?|$)",
    rf"\b(?:peut|peuvent|pouvons|puis|peux|pourrait|pourrions|doit|dois) (?:t )?(?:on|je|nous|il|ils|elles|tu) "
    rf"(?:\w+ ){{0,3}}?(?:{GO_FR})\b",
    rf"\b(?:on|je|nous) (?:peut|peux|pouvons) (?:\w+ ){{0,2}}?(?:{GO_FR})\b",
    r"\by a (?:t )?il (?:\w+ ){0,3}?(?:mines|champs? de mines|explosifs|engins|munitions|danger)\b",
    rf"\b(?:quel|quels|quelle|quelles) (?:\w+ ){{1,4}}?(?:est|sont) (?:\w+ )?{SECURE_FR}\b",
    rf"\bou (?:est ce|est il|est elle|sont) (?:\w+ ){{0,3}}?{SECURE_FR}\b",
    rf"\b(?:route|chemin|itineraire|passage) (?:l[ea] )?(?:plus )?{SECURE_FR} (?:pour|vers|entre|jusque?)\b",
)
SAFE_AR = one_of("""
    [اوف]?(?:ال)?(?:امنه?|امنا|امان|مامونه?|خطره?|خطيره?|خطرا|ملغومه?|ملغمه?|ملوثه?|سالمه?)
    (?:خالي|خال)ه? من
""")
GO_AR = one_of("""
    (?:ال)?(?:ذهاب|سفر|مرور|دخول|عوده|رجوع|تنقل|سير|مشي|عبور|اقامه|عيش|لعب|رعي|بناء)|زراعه|زياره
    (?:[اني]|ان )(?:ذهب|سافر|عود|دخل|مر|عبر|مشي|سير|زور|زرع|رجع|سكن)
""")
MINES_AR = "(?:(?:ال)?(?:الغام|لغم|متفجرات|ذخاءر|مخلفات|قنابل|عبوات)|(?:حقل|حقول) الغام)"
ARABIC = (
    rf"\bهل (?:\w+ ){{1,9}}?{SAFE_AR}\b",
    rf"\bهل (?:من )?{SAFE_AR} (?:\w+ )?(?:{GO_AR})\b",
    rf"\bهل (?:يمكن\w{{0,3}}|(?:ا|ن|ت|ي)ستطيع\w{{0,2}}|بامكان\w{{0,3}}|يجوز|(?:ا|ن)قدر) (?:\w+ ){{0,2}}?(?:{GO_AR})\b",
    rf"\bهل (?:هناك|يوجد|توجد|في|فيها|فيه) (?:\w+ ){{0,3}}?(?:{MINES_AR})\b",
    r"\bما مدي (?:ال)?(?:امان|امن|خطوره|سلامه)\b|\bكم هي? \w+ امنه?\b",
    rf"\b(?:اين|متي|اي|ايه) (?:\w+ ){{0,4}}?{SAFE_AR}\b",
    r"\b(?:طريق|مكان|منطقه|ممر) (?:ال)?امنه? (?:الي|ل|لل\w+|من|نحو)\b",
)
QUESTIONS = re.compile("|".join((*ENGLISH, *FRENCH, *ARABIC)))


def asks_whether_safe(text: str) -> bool:
    """Whether the text asks if a place is safe, or if one can go there; in English, French or Arabic."""
    text = unicodedata.normalize("NFC", analysis.clean(text, MOST_CHARACTERS))
    words = " ".join(analysis.plain_words(_with_sure(text)))
    if text.rstrip().endswith(("?", "؟", "？")):
        words += " ?"
    return bool(QUESTIONS.search(words)) and not ELSEWHERE.search(words)


def _with_sure(text):
    """The text with “sûr” marked by a z at its end, and “sur” where it is the last word or stands before going."""
    text = re.sub(r"\bsû(re?s?)\b", r"su\1z", text, flags=re.IGNORECASE)
    return re.sub(r"\b(su(?:re?s?))(?=\W*$|\W+d['’]|\W+de\W)", r"\1z", text, flags=re.IGNORECASE)
