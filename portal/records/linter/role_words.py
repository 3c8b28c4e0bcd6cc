"""Words of which the mailboxes of roles, offices and programmes are made."""

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
khartoum goma kinshasa dakar bamako niamey action antimines antimine minaction sharing exchange management manager
officer assistant quality control qa qc risk education victimassistance explosive ordnance weapons disposal demining
task taskforce force lead cell regional region global local world humanitarian development peace peacekeeping mission
deployment assessment reporting requests request submissions submission visualization analysis analytics analyst
metadata catalog catalogue records outreach donor donors grants fundraising visitors reception switchboard directeurs
chef responsable coordonnateur coordinatrice assistante developpement urgence protocole juridique ressources achats
affaires bureaux antenne
"""
BEGINNINGS = """
info contact support help data imsma office coordinat cluster mineaction minaction secretar admin press media team
desk unit feedback complain enquir inquir hotline programme project noreply reply mail portal gis ocha unmas unhcr
unicef undp library service operation protect report training planning survey clearance deminage lutteantimines
information communic registr webmaster procure tender recruit editor redaction security opendata statist nmac demin
centre center agency focal authority helpdesk
"""
PLACE_WORDS = """
afghanistan africa african afrique aland albania albanie algeria algerie allemagne americaines american andorra
andorre angola anguilla antarctica antarctique antigua arabes arabia arabie argentina argentine armenia armenie aruba
australes australia australie austria autriche azerbaidjan azerbaijan bahamas bahrain bahrein bangladesh barbade
barbados barbuda barthelemy belarus belgique belgium belize benin bermuda bermudes bhoutan bhutan bielorussie birmanie
bissau bolivia bolivie bosnia bosnie botswana bouvet brazil brazzaville bresil britannique britanniques british brunei
bulgaria bulgarie burkina burma burundi caicos caimans caiques caledonia caledonie cambodge cambodia cameroon cameroun
canada cape caribbean caribeens cayman centrafricaine central centre chad chile chili china chine chinoise christmas
christophe chypre cite city cocos colombia colombie comores comoros congo cook coree costa cote croatia croatie cuba
curacao cyprus czechia danemark denmark divoire djibouti dominica dominicaine dominican dominique east eastern ecuador
egypt egypte eloignees emirates emirats equateur equatorial equatoriale eritrea erythree espagne estonia estonie
eswatini etats ethiopia ethiopie falkland faroe faso feroe fidji fiji finland finlande francaise francaises france
french futuna gabon gambia gambie georgia georgie germany ghana gibraltar grece greece greenland grenada grenade
grenadines groenland guadeloupe guam guatemala guernesey guernsey guiana guinea guinee guyana guyane haiti heard
helena helene herzegovina herzegovine honduras hong hongrie hungary iceland inde india indian indien indonesia
indonesie irak iran iraq ireland irlande islande isle israel italie italy jamaica jamaique japan japon jersey jordan
jordanie kazakhstan keeling kenya kingdom kinshasa kirghizstan kiribati kitts kong korea koweit kuwait kyrgyzstan
lanka laos latvia lebanon leone lesotho leste lettonie liban liberia libya libye liechtenstein lithuania lituanie
locean lower lucia lucie luxembourg maarten macao macdonald macedoine macedonia madagascar malaisie malawi malaysia
maldives mali malouines malta malte mariana mariannes marin marino maroc marshall martin martinique maurice mauritania
mauritanie mauritius mayen mayotte mcdonald mexico mexique micronesia micronesie mineures miquelon moldavie moldova
monaco mongolia mongolie montenegro montserrat morocco mozambique myanmar namibia namibie nauru neerlandaise nepal
netherlands nevis nicaragua nieves niger nigeria niue nord norfolk north northern norvege norway nouvelle occidental
ocean oman oriental ouest ouganda outlying ouzbekistan pakistan palaos palau palestinian palestiniens panama papouasie
papua paraguay partie pays perou peru philippines pierre pitcairn poland pologne polynesia polynesie porto portugal
principe puerto qatar republique reunion rica rico romania roumanie royaume russia russie rwanda sahara sainte salomon
salvador samoa sandwich saoudite saudi senegal serbia serbie seychelles sierra singapore singapour sint slovakia
slovaquie slovenia slovenie solomon somalia somalie soudan south southern spain sud sudan suede suisse suriname
svalbard sweden switzerland syria syrie tadjikistan taiwan tajikistan tanzania tanzanie tchad tchequie terres
territoire territoires territories territory thailand thailande timor tobago togo tokelau tome tonga trinidad trinite
tunisia tunisie turkiye turkmenistan turks turques turquie tuvalu uganda ukraine unis upper uruguay uzbekistan vanuatu
vatican venezuela verde vert vierges viet vietnam vincent virgin wallis west western yemen zambia zambie zealand
zelande zimbabwe
"""
