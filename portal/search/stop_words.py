"""Words that carry no meaning in a question. They are indexed, for phrases, but do not count in a query."""

from . import arabic

ENGLISH = """
a about after all also among an and any are as at be because been before being between both but by can could
did do does doing done during each for from get had has have having he her here hers him his how i if in into
is it its itself just me more most my no nor not of off on once only or other our out over own same she should
so some such than that the their them then there these they this those through to too under until up very was
we were what when where which while who whom whose why will with within without would you your
"""
FRENCH = """
a ai ainsi au aucun aussi autre autres aux avec avez avoir ce ceci cela celle celles celui ces cet cette ceux
chaque chez comme comment dans de depuis des dont du elle elles en encore entre es est et etaient etait ete
etes etre eux fait ils il ja je la le les leur leurs lors lui ma mais meme memes mes moi mon ne nos notre nous
ont ou par pas pendant peut peuvent plus pour pourquoi puis quand que quel quelle quelles quels qui quoi sa
sans se sera ses si son sont sous sur ta te tes toi ton tous tout toute toutes tres tu un une vers vos votre
vous y
"""
ARABIC = """
في من على الى عن مع هذا هذه ذلك تلك هو هي هم ما ماذا متى اين كيف لماذا هل كم اي او ثم قد لقد كان كانت كما لا
لم لن ان انه انها الذي التي الذين عند عندما بعد قبل بين حتى حول خلال دون غير كل بعض اذا اذ لكن بل و ف ب ل ك
يتم تم فيها فيه منها به بها له لها عليها عليه
"""

STOP_WORDS = frozenset((*ENGLISH.split(), *FRENCH.split(), *(arabic.fold(word) for word in ARABIC.split())))
