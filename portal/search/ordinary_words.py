"""Words of everyday English and French that are also spelt like an acronym.

In small letters they are taken for the word: “map” is no mine antipersonnel (MAP), “wash” no sanitation.
"""

ENGLISH = """
ace act add ads age aid aim air ant apt arc ark arm art ash ask atm bad bag ban bar bat bay bed bet bid big bin bit
boa boat bow box bus but buy cab cam camp can cap car care case cat cob cod cog cop cord core cost cot cow cry cub
cup cut dam dare data day den dig dim dip dog dot dry due ear east eat edge egg ego end era even ever eye fan far
fat fee few fig fin fit fix flag flat flow foe fog fun fur gain gap gas gem get goal gun gut guy ham hat head help
hen hid hint hip his hit hop hot hub hug ice ill inn ink ion jam jar jet job joy key kid kit lab lack lag lamp land
lap law lay lead leg let lid lie line link lip list log lot low mad male man map mark mat may men met mid mind mine
mix mop mud nap near need net new nil nine nod north note now nut oak odd off oil old one open oral ore our own pad
page pain pan par part pat path pay pea peer pen per pet pie pig pin pit plan play plea plus pod pop pot pro pub
pup push put race rag raid rail rain ram ran rap rat raw ray real red rest rib rice rid rim ring rip rise risk road
rob rod role room root rot row rub rug rule run sad safe sail salt sand sat save saw say sea seal seat see seed
self set sew shed ship shop side sign sin sip sir sit six ski sky sly soil sort spa span spot star stay step stop
sum sun tab tag tail tall tank tap tar task tax tea team ten term test tie tile time tin tip toe ton tone tool top
toy trap tree trip true try tub tug two type use van vat vet via view vow wall war was wash wave wax way wear web
well west wet wheel wide wig win wine wire wise wish word work worse yard year yes yet zoo
"""
FRENCH = """
age ami ans arc art avis bac bal bas bec bien bois bon bras but cas cap car cela cent cinq clair clan cle clos cote
coup cour cran cri croix deux dire dix dos doux droit eau elan elle ere ete fil fin fois fond force fort fou front
gaz gens geste gre gris haut hors huit ici ile issu jeu jour juin lac lait lieu lire lit livre loi loin long lors
lot lutte main mal mer mieux mis mois mort mot mur nez noir nom nord note nuit oeil oui pain pair paix part pas
pays peau peu pied pire place plan plat plein pli plus point pont port prix puis rang rare ras reste rien rire roi
rue sac sain sale sang sec sein sel sens sept seul soi soin soir sol sort sud sur sut tard tel tenu terre test tete
tiers tir tot tour train trois trop type unie usage vent vers vide vie ville vin vite vivre voie voir voix vol vrai
vue zone
"""

ORDINARY_WORDS = frozenset((*ENGLISH.split(), *FRENCH.split()))
