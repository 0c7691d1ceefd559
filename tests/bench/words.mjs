// Danish words, the common ones first. They stand here, and not in a text of the site, so that a corpus stays the same.
export const words = `
og er en der til det for den ikke af eller med på et som kan at version om de har skal efter id fra date krav når dokument
hver kind alle hvad title før offentlig hvert uden står så classification ved bliver data samme må body også år by dem change
hvis gælder mindst være kun leverandøren new kanon senest hvor over webstedet history systemer inden du type medlemmer to
andre under selv politik udvalg noget viser findes hvem se approvals ud op owner kunden timer end andet dage sig bygges
rettes ingen ref hos siger medlem stiftende status tages dokumenter leverandører første får men kopi følger gang fil dag
arbejdsdage hvordan fem adgang mangler direktion skrives niveau fejl admitted godkendt bør ny hvilke backup skriver text nye
udgivet ind side næste linje hele klasse myndigheden tekst mere katalog leverandør brug siden kræver kontrol sin vil seneste
tre fører teksten oplysninger bruges giver eksempel højst name have gør vises myndighedens criteria kender flere frist læses
pagten stå navn anden skrevet dato sætter ansvar egen kontrollerer kunne bygger tid kommer egne dokumentet test mellem
måneder informationer tager fristen websted begynder intet ændret ansvaret fortrolige viden bruger afsnit ligger aldrig dele
måned ord altid deres kriterier filen leverandørens vi opgaver filer system roller året leverancen nævner hvilken hvornår går
arbejdet systemet versioner først kravet ændring ret medlemmet rådgiver klassifikation vurdering blev adresse alt få
politikken overordnede ændringer kontrakten udstyr skriv derfor del tegn godkender systemejeren risiko projektet liste øverst
sammen sekretariatet mod nogen regel kundens release rammerne erklæring møde svar var link håndbog ændres minimum dens
medarbejdere hændelser risici sagen dispensation slettes sker mappe sider parent reglerne kvartal https sidste regler
kravkatalog gennemgang emnepolitik nyeste vejledningen sikkerheden optaget ansøgeren mange stadig mødet kravene tal bruge
godkendelse drift aftalen opbevares opgave straks deles igen ellers forhold anbefaling svarer sikkerhed omfang dokumentation
beskriver automatisk valgt controls sikkerhedskrav ejer forkert hører fire blive frister driften minutter små erklæringen
indsigelse eget læse vurderer verification holder begge indeholder ernes leder brud sit associated cvr criterion statement
gøre regnes listen projekt requirements længere fund sikrer opgaven aftale betyder objectives kriterium ser declaration længe
slags øvrige tilsyn ned programmer founding organisation ofte risikoen rettigheder besked årlige member adresser tilbage fase
mærket denne mappen personer updated ændringen formaal gamle vurderingen samler links sendes videre rapport derefter
godkendelser reglen udfører gennemfører øverste organisationen stiller konti dataejeren projekter associeret gange tidligere
offentlige dets man sted bilag kataloget handler dækker virker titel passer ændre kilden indhold kontrakt gendannelse
niveauer aktiver artikel kritiske sletning grad ledelsen decision arbejdsdag opfyldt jeres bidrag læser overskrift bogstaver
advarer foranstaltning målgruppen mindstekrav standard internettet indtil kontrollere begrænset fordi ses her hvilket
opbevare indgår enkelte spørgsmål retningslinjen ansvarlig halve registreres tjenester myndigheder høj samlet lokation sine
sådan sættes fælles både steder håndbøger lavet løbende ældre time versionen fået punkt værdi bilaget enhed bevis fast melder
særlige behandles formand kritisk vurderes virksomheder desuden opfylder svaret afgør givet stedet lige dagen gjort finder
kontrolleres intern udløber tage anbefalinger hinanden enkelt linket gennem resultatet check kontrollen gå bump sidst nøgler
senere sender herunder finde log allerede netværk fastlægger lokaler mistanke brugere krypteret bekræfter hændelse fastsætter
underretning berørte omfatter parterne samarbejde pagtens navnet sendt hverken tæller ligge resten build mest antal muligt
interne hentes vide mens udgives dokumentets nummer måde bestemt seks meldes gennemført tiden kort arbejder din trin lederen
beskrevet proceduren skriftligt rapportering styring kontroller angreb plan væsentlig adgange ansøger evaluering associerede
uanset ændrer ansøgere oplysningerne form navne optagelse almindelig afvigelser linjen begrundelse læseren kravkataloger ad
vælger gemmes udkast lægges udgivelse højere ovenover protokollen nyt rækkefølge håndbogen frem alene almindelige ene
fortrolig udgangen tredje angives betydning eksterne åbne væsentlige omfattet tidspunkt fortrolighed kræve sårbarheder
relevante skriftlig medmindre circulated offentligt heller holdes holdt sige gøres galt kode beslutningen afsnittet endnu
linker dette grund lille bagefter logning hjælp udgivne består godkendes verify fjernet disse papir faser kendt led grundlag
beredskab ressourcer tilbud slutter vurderet skade processer adgangskoder spærres lukkes driver akut certifikater niveauet
melding approve kunder filens datoer ske begrænsede lukket store lov ting gentages ring pligt resultat søges mapper nok faste
git historikken slettet delt rettet gjaldt procedure december mellemrum nævnes billede sager nøgle fjern deler føre plads
høre læst godkende følges tilladt løsning stilling rapporten sat mulige forslag arbejde proces behov systemets aftaler
private medier dokumenterer tekniske unødig forbindelse rapporterer døgn bistand kryptering fremgår periode kontraktens
parter lag regner målsætning ansøgning linjer assessment responses besluttet træder rundt svare fortæller målgruppe
offentliggøres advarsel afgjort document ens valget god overskrifter enhver henter omkring angivet udgiver laver indholdet
arkivet afviser lad kommet verified set helt vælges typer lade retter export beskytter dispensationer henvisning person
henviser gennemgås rigtige gennemgået planen kopier beder kontrakter igennem cloudtjenester logger konto privilegerede
bekræftet udstyret gennemgår udløb information fortegnelse borgere udbud forelægger hændelsen kritikalitet myndighed
orienteres afleverer fortegnelsen beskyttelse funktioner ekstern beslutter styre rådgivning truffet møder kontrolleret it
fasen nu opfylde tabel overskriften adressen ja datoen almindeligt reason fraviges tom blandt hjælper frequency nødvendigt
sprog årsag sidens oplysning klar brugt forsvinder række blevet sammenlignes laves program installeret direkte føres
rapporter skrive overordnet let oftere sket fundet sjældent åben flytter manglende samarbejder godkendte måles tvivl nat
skiftes råd rettelsen gives give forskellige aktiv registrerer rolle formål fortroligt aktindsigt sårbarhed opbevaring
vurdere aftalt forsinkelse genopretning nås varsel rådighed afhænger lovgivning overvåger følge koder udgangspunkt økonomi
levere virksomhed aftalte jura dataejerne holde medlemmerne komme anførselstegn udfald afsluttet gået mødets medlemmers dansk
da nej ordet gerne snart fravigelse punktum passende aftalens katalogets kataloger åbnes kommende tekster syv spørger lægger
godkendelsen hurtigt udgiv fingeraftryk meget flyttet lagt tidsrum gennemgange site sti offentliggjort hukommelse lægge byte
hedder cifre fjernes udfylder error danske klassificeret skulle forkerte nøglen større ramme bestiller udgave fjerner rette
taget websteder mindre otte optages sag nå opfølgning besluttes kompenserende indgå gennemførte hvorfor deltager uger al
medarbejder yderligere afprøves lande ansvarlige skift fratræden konsulenter angiver følgende alvorsgrader anmodning
udarbejder adskilt beskyttet udpeget sletningen tilsvarende integritet opslag opdaget ramt virkning beslutninger bruddet
varsling kontakt fornyes tab produkter leverandørerne opdateres krisestaben registrerede oplyser afslutning berørt
samarbejdet beslutning håndterer uafhængig vilkår retningslinje kompetencer aftaleperioden logfiler ejere styrer erklæringer
kriterierne forløbet lettere medlems foran ti ansøgerens webadresse svarene enten kom flertal projektets godt februar
regneark dog rummer land udfases expires forvejen control applicable hænger udmønter basis vist advarsler tilstrækkelig alarm
ordene nogle fleste forklarer udgivelser bygget praksis typen kilde billeder rettelser bag kraft dokuments udelades
håndbogens vælge imellem dokumenteres layout sikre diff afvigelse flyttes felter grupper kæden vælg færdig disken fuld køre
undervejs format ville historik sikkert tabt hjemme tale grundlaget object rammer opdateret kende kommentar alvor certifikat
tværs weekender emnepolitikker opretter højeste forhånd aflåst brugeren acceptabel registreret ophører orienteret sagt imod
datasamling noteres enheder fastsat poster testen daglige hvornaar forbedringer konsekvens indsatslederen aktivering
indsatsen kendskab heraf samt nationale stille nede ophør behandler skifte gode synligt bedre infrastruktur integrationer dig
opdateringer vedligeholder begrundet trusler anmeldes vejledning bidrager hjemmeside opfyldelsen support forbehold medlemskab
slut forhøjede punkter supplerende leverance outsourcingen rammeaftalen erfaringer skriftlige påskedag april blot medlemmets
januar søgemaskiner felt internt datoerne rigtigt lister term definition peger skærmlæser begreber false measures manuel
decided dispensationen valg documents tema eventuelt bindestreg effektkrav afledt undtagelser bygge pligter sætning
dokumentere slå husker søger bedst godkendere installerer gangen programmet indstillinger politikker orden kantede explain
erne samles toppen kopieres fortsat vej haft fodnote numre gennemgangen uændret dokumenterne procedurer læsere stopper præcis
hoved fortsætter behøver scripts webstedets frie hash find lang værktøjer adgangskode ender meldingen mener størrelse logges
læserne driftspolitik gammel vise inde telefonen bidrage opstår spørges etableret unmet glemt opdager gendanne fulgt udtræk
uge koster grunden udgaver effekt ude sætte review opmærksom nedenfor slettede flytning væk vigtigste mærkes afgøre
overskredet udløbet rules bestemmer misbrug anvendelse oprettes nævnt modtager eventuelle varer medarbejderen adgangskort
papirer genbruges opgør uvedkommende haandtering huset tjeneste systemerne gennemføres noterer skadelig bevares årsagen
backuppen leverer tilgængelighed fare melde privilegeret aktiveres lukke skærpet oversigt indebærer
`.trim().split(/\s+/);
