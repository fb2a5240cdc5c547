/** Ordinary words, most by their stem, that begin a sentence and are nobody's name; words that are names too are left out. */
export const ordinaryStems: ReadonlySet<string> = new Set(
  `abandon abduct abet abide ability abject ablaze able ably aboard abolish abort abound about above abroad abrupt abscond
absence absent absolutely absolve absorb absurd abuse abusive academic academy accelerate accept acceptance access
accessibility accessible accompany accord accordance accost account accountability accountable accredited accrue
accuracy accurate accuse accustom ache achievable achieve achievement acid acknowledge acquire across act acting
activate active activity actual acute adapt add addenda adding additional address adept adequate adhered adjourn adjust
administrator admit adolescent adopt adopters adoptive adorn adsorb adult adulthood advance adverse adversity advice
advise adviser advisors advisory advocacy advocate affect affix affluent afford afraid after aftercare again against
age aged agency agenda aggregated agile ago agonize agree agreement ahead aid aiding aim aiming alarm alcohol
alert alight align alignment alike alive all allege alleviate alliance allies allocate allot allow allowances allude
alluring almost alone along alongside aloof already also alter alternative although always amaze ambassadors ambitious
amends amenities among amongst amount ample amuse analyse analysis analytical ancestor anchor and anew anger angry
animate anise anneal announce annoy annual annul another answer antsy anxiety anxious any anybody anyone anything
anyway anywhere apart app appeal appear appease appetite apply appoint appointment appraise appreciate apprentices
apprenticeship approach approachability approachable appropriate approval approve apt arab archived arctic are area
arena argue arise arisen arm arose around arouse arrange arrangement array arrears arrest arrive articulate arts artsy
ascertain ashen aside ask asking asleep aspect aspirational aspire assail assemble assert assertive assess
assessment assign assist assistance assistant assume assurance assure astonish astound astute asylum asylumseeking ate
attach attachment attain attainment attempt attend attendance attendees attentive attest attract attuned audit augment
aunts authentic author authoritative authority automate autonomy availability available avenue average avert avoid
avoidable await awake awaken award aware away awhile awoken baby babysat babysit back backfire background backlog bad
baffle bail bake balance bald band bar bare barren barriers barrister base basic basis bass bathe bathroom batter
battle bawdy beamed bears beat beaten became because become bed bedroom been before beforehand befriend beg began begin
beguile begun behalf behave behaviour behead beheld behind behold being believe belittle belong below benchmarks
benefit benign bent bequeath beside bespoke best bestow betray better between bewilder bewitch beyond bias bid bide big
bigger biking bills bind birth birthday bison bit bitch bitten bitter bland blank blast bleed blend bless blew blind
blithe bloat block blond blood bloody blow blown blurt board boat body boggle bogus boil bold bolster bomb bombard
bonding bonds book bookkeep bookkept booklet boom boost boots bore born borough borrow both bother bottom bought bounce
bouncy bound boundaries box boxes boxing boy brake branches brash brave breach bread breadth break breakdown breakfast
breathe bridge brief briefings brighten bring brisk broad broaden broader broke broken brokers bronze brother brought
browser bruise brute bud budget buff build built bulk bully bundle burdens burglary burly burned burnt burp bursary
burst bury bus busiest business bustle busy but butt butter buy byte cad cadets cage cagey calendar call calm came camp
can cancel candid cannot canonical cap capabilities capacity capture car card care careen career careexperienced
careful carer carry carve case caseload catch cater caught caulk cause cease celebrate cent central centre ceremonies
certain certainty certify chain chair challenge champion chances change channel chant chaos characterised
characteristic characters charge charities charm chart chat cheap check cheery cheese cheesy cherish chew chewy chief
child childcare childcentred childfocused childhood children chill chilly chirp choice choose chop chose chosen chronic
chronologies church cic circle circumstance cite city civics civil claim clap clarify clarity class classify clean
cleanse clear clearer clever climb cling clinic clinical clinician clock clone close closer closure clothes clothing
cloudy club clung clutter coach coal coalesce coarse coat code codesigned coerce coercive coexist coffee cogent
cognisant cohabit coherent cohesive cohort coincide cold collaborate collaborative collated colleague collect
collective college collide collude coloring colour combine combust come comfort comfortable comic command commence
commendable commensurate comment commissioned commissioning commit commitment common communicate community comparable
comparators compare comparison compassionate compel compensating compete competent competitive compile complain
complaint complete complex complexity compliance complimentary comply component compose comprehensive computer conceal
conceive concern concise conclude concrete concur concurrently condemn condense condone conduct conference confess
confide confidence confident confirm conflict conform confront confuse conjure connect connote conquer conscientious
conscious consent consequence consequently conserve consider considerable considerably consist consistency consistent
conspire constant constructive consult consume contact contain content context contextual contingency continual
continue continuity continuous continuum contract contrast contribute control convene converge convert convey convince
cooked cookies cooking cool coordinate coordinator cope copy copyright core corporate correct corridor corrode cost cot
cotton could council councillors counselling counsellor count country county coupled course court cousin cover coverage
covert coy cozy craft crafty cramp crash crave crawl crazed create creative creativity credible creepy crept crime
criminal cripple crisis crisp criteria criterion critical crosses crucial crude cruel crumble crush cuckooing cuddly
cultural culture cumulative cup cure curfew curiosity curious curl curly current curriculum curtail custody customer
cut cute cutesy cycle cyclical dad daily dam damage damp dampen dance dapper dare dark darken dashboard data database
date daughter daunt day daytime daze dazzle dead deadline deaf deafen deal dealt dear death debark debate debrief debt
debug debunk decay deceive decide decimate decipher decisionmaking decisive declare decline decode decorate decouple
decrease decree decry decrypt dedicate deduct deep deepen deeper deface default defer deficits define deform defraud
defuse defy degrade degree delay delegate deliberate delight delimit deliver delivery demand demean demise demolish
demonstrable demonstrably demonstrate demure denote denounce dense dental dentist deny depart department dependent
depict deplore deploy deport deposit depress depth deputy derail derange derive describe descriptor deserve design
designated desire desist desk despite detach detail deteriorated determine detriment develop development developmental
device devised devoid devolve devote devout diagnose diagnostic dialect diary dice did die differ difference different
difficult difficulty dig digest digital digits dignify dignity diligent dim diminish dine dinner dip dire direct
director dirty disarm disburse discern discoveries discreet discrete discretionary discuss disguised disgust disk
dispense disperse disproportionality dispute disrupt disseminated dissuade distance distil distill distinct distort
distract distress district disturb dive diverge diverse diversity divert divest divine divulge dizzy docile doctor
document does doing dole domestic done door dope doting double doubt dove down downloaded draft drain drank draw drawn
dreams dreamt dreary dredge dribble dried drift drilling drink drive driven drop drove drown drowsy drug drum drunk dry
due dug dull dumb dump during duty dwell dwindle dying dynamic each eager earlier earliest early earmark earn earth
easier east easy eat eaten edge edify edit editor educate educational eerie effect effective efficacy efficient effort
eight either elapse elate elder elect elective electronic elements eleven elicit eligibility elite else elsewhere elude
emaciate email embalm embark embed embody embrace embroil emerge emergency emotional empathy emphasis employability
employed employee employer employment empower empty enable enabler enact enchant encircle enclose encourage
encouragement encroach encrypt encumber end endanger endear ending endorse endow endure energetic energize energy
enforce engage engagement engender engineer engrave engulf enhance enjoy enlarge enlist enliven enough enquire enquiry
enrich enrichment enrol enroll ensue ensure enter enthral enthusiasm enthusiastic enthusiastically entice entire
entitled entitlement entrain entrench entrust entry envelop environment envisage epic episodes equal equality equip
equipment equitable erase erect erupt escalate escape eschew especially espouse essential establish establishment
estate estranged etch ethics ethnic ethnicity ethos evaluate evaluative even event ever every everybody everyday
everyone everything evidence evident evil evoke evolve exact exalt exam examine example exceed excel excellence
excellent exceptional excess exchange excite exclaim exclude executive exemplary exemplified exemplifies exempt
exercise exert exhale exhaust exhort exhume exist exit expand expect expedite expel experience expert expertise expire
explain explicit explode exploit exploiters explore export expose exposure express expunge extend extensive extent
external extol extra extremely exude fabled face facilitate facilities fact factor factual fade fail failings failure
faint fair faiths fake fall fallen false falter famed familial familiar family fancy far fast fasten faster fat fate
father fatten faulty faux fear feature fed feeble feedback feeds feel fees fell fellow felt female fend ferment fess
fetch few fewer fieldwork fierce fiery figure file fill final finalising finance financial find fine finish finite fire
firm first fit five fix fixes fizzle flags flat flatten flatter flavor flavour flee flew flexibility flexible flexibly
fling flirt flirty float floor flour flourish flow flown fluent fluid flung fluster foamy focus fold folder folksy
follow fond food football footprint for forbade forbid force forego foreign foresaw foresee forever forewarn forewent
forfeit forgave forge forget forgive forgot fork form formal formalised format former forsake forsook fortnightly forty
forum forward fostered fostering fosters fought foul found four fourth fowl fracture fragile fragment frail frame
framework free freeze frequency frequent fresh freshen fried friend friendship frighten frilly fringe frolic from front
frontline froze frozen frugal fulfil fulfill full fullest fully fun functional fund fundamental funny furnish furry
further furthest future gad gain galvanised games gaming gang gap garden gate gateway gather gauche gaudy gave general
generate generic genograms gentle genuine get giant giddy gift giggle girl give given glad glare gleam glean glib glide
global gloomy gluten goals goes going gold golf gone good goodbye goofy got gotten gought govern governance
government grab grade gradual graduated gran grand grandad grandma granted grants graph grapple grasp grass grate
gratify gratis grave graze greasy great greater greatest greed greedy greet grew grieve grill grim grip grisly grooming
groovy gross ground group grow grown growth gruel guard guardian guardianship guess guidance guide guilty gum gym had
hair hairy half halls hallway hammer hamper hand handle handover handsy handy hang hanker happen happier harangue
harass hard harder hardest harm harmful harness harsh has hash haste hasten have head headcount heady heal health
healthcare healthy hear heart hearty heated heavier heavy hefty heighten held hella hello help helpful hence her here
heritage herself hid hidden hide high higher highest highlight highquality hijack hike hilly him hinder hire his
historic historical history hoary hobby hockey hoist hold holder holiday holistic holistically hollow home homeless
homework hone honest honesty honey honours hooked hooky hopes horrify hospital host hostel hot hour house household how
however howl http hub huge human humane humble humid hung hunger hungry hunker hurry hurt hush ice icy ideal ideas
identifiers identify identity idle ids ignore ill illegal imaginative imagine imbue immediate immerse imminent impact
impactful impale impart imperil impinge implement implode imply import importance important impose impress impressive
imprison improv improve improvement inaccurate inadequate inane inappropriate inbox inbred incentive incident incite
include inclusive inconsistency inconsistent increase incredibly incrementally indebt indeed independence independent
index indicate indicator indie indirect individual individualised indoor indulge ineffective inept inequality inert
infancy infect infest inflate influence influential inform informal informationsharing informative infrastructure
infuse ingest inhabit inherent inhibit inhouse initial initiate initiative injure injury innate inner innovate
innovative input inquire inquisitive insane inside insight insightful insist inspect inspector inspectorate
inspirational inspire instability install instances instead instigate instil instruct instrumental insufficient insult
insurance insure intact intake integral integrate intelligence intelligent intend intensive intent intentionally
interact interactive interest interface intergenerational interim intern internal international internet interpreters
intervals intervene interview into intrigue intrude intrusive inundate invade invaluable invent invert invest
investment invite invoice invoke involve involvement irate irk irritate isolate issue its itself jaded jag jeans job
jog join joint jolly jot journal journeys judged judgement judges judging judgment judiciary juggle juicy just justify
kaput karate keen keep kept key kidnap kill kind kinda kinder kinship kitchen knead kneel knelt knew knit know
knowledge knowledgeable known labels lack ladder lag laid lame land landlord language languish lapsed laptop large
larger largest lash last late later latest latter launched launder laundry law lawfully lay layer laying lead leader
leadership leaf leaflet lean leapt learn learners learnt lease least leave leaver led leery left legacy legal leisure
lend lengthen lengthy lent less lessen lesser lessons let lethal letter level lewd liaise liaison library lice licence
license lie life lifelong lifesave lifestory lifestyles lift light lighten like likelihood likewise lil limit limiters
limp line linger linguistic linked linking links liquefy liquid list listen lit literacy little live liven liver load
local locality locate locked locum lodge lofty log logbook logic logos loneliness lonely long longer longstanding
longterm look loose loosen lose loss lost lot loud lousy loved lovely loving low lower lowest lowly loyal loyalty luck
lunch lurk lush lying macho mad madden made maim main mainstream maintain major majority make maker male mam man manage
manageable management manager managerial mandatory manifest manner many map marine marked market marks mars
martial masked match mathematics matrix matter mature maximise maybe mayor meager meals mean meander meaningful meant
measly measurable measure meat meaty mechanisms media median medical medicines meditate medium meet mega mellow
melt member membership memories men mend mental mentor mere merges merging message met methods meticulously metric
middle midway midwife midwives might migrant mild mileage milk million mimic mimick mince mind mindful mine mingle mini
minibus minimal minimise minimum minister minor minority minus minute mirrors miss misuse mitigate mix mobile mode
model moderated modern modest modify moist moldy molest moment money monitor month moose moot moral morale morbid more
morning mortal mortgage mosque most mother motivate motivational mould mount mountains mourn move mow much muddle muddy
mull multiagency multidisciplinary multifaceted multiple multiply mum mumble mumps music must mute mutually mystify nag
naive naked name nappies narrative narrow national natural nature naval navigate near nearby nearer nearest neat
necessary need negative neglect neglectful neighbour neither nephew nerdy nesting net network neurodiversity never new
newborns newer newest newly newsletter next nibbly nice niece night nimble nine nineteen nobody node noisy none
nonverbal nor normal nosy not notable notably note nothing notice noticeable notified nourish novel now nowhere nuanced
nude nuisance null numb number numeracy numerous nursery nurses nurture nuts obese obey object observe obsess obtain
occasionally occupational occupy occur odd off offend offender offer office officer official offline offset often oily
okay old older ollay ombudsman omit once one oneself ongoing online only onus open operate operational opine
opportunity oppose oppress opt optician optimistic opting orange order ordinary organisational organise organize origin
other otherwise our out outcome outer outgo outgrew outgrow outline outly outpace outreach outset outside outstand
outstood outward oval over overall overarch overcame overcome overdose overlap overlook overnight overoptimism
overridden override overrode oversaw overseas oversee overseen oversight overt overtime overturn overuse overview
ovulate owe owing own owner ownership owning oxygen pack package packet paediatrician pages paid paint pair pairwise
pale palpable pamper pandemic panel pants papers paperwork paragraph parallel paralyse paramount parent parental
parenthood parked parole part participants participate particular partner partnership party passed passionate passports
past path pathfinder pathway patrol pattern pause pave pay paying payments payroll peaks peek peer pend pent people per
perceive percentage perform performance perhaps perinatal period perish permanence permanency permanent permeate
perpetrators perplex persist persistence persistent person personal personalised perspective persuade persuasively pert
pervade petite petrol pets phase phone phony photographs phrase physical pick picture pillar pilot pinpoint pipe piss
pivotal place placement placid plaid plain plan plant platform play please pleasure pledge plumbline plummet plunge
plus pluto poach pockets poet point pointy poison police policy polish polite political politicians pollen pollute
pooled pools poor pop pork port portal portfolio portray pose positive possess possibility possible post poster
potential pour poverty power powerful practical practice practise practitioner praise prattle pray preach precede
precise preclude predict prefer preference pregnancy pregnant premature premier premium prepare preproceedings presence
present preserve presses pressing pressure pretend prev prevail prevent preventative previous prices pricey pride prima
primary prime principle print printout prioritise priority prison private pro proactive problem procedures proceed
proceedings process proclaim procure prod produce productive profess professional profile profound program programme
progress progressive prohibit project prolong promise promote prompt proper properties proportionate proposals propose
prose prospective prosper protect protective protocol protrude proud prove proven provide provider provisional provoke
proximity psychiatrist psychological psychologist public publish publisher puke pull pump punish puny pupil
purchase pure purple purport purpose purposeful pursuant pursue pursuit push put putty puzzle quack quaint qualify
quality quarter quash quench questionnaires quick quiet quit quite quota quote rabid rabies race racial racism racist
rage ragged rained rainy raise rally ran random rang range rank rap rapid rapport rare rash rate rather ratify ratio
rationale rattle rave ravish raw reach react read reader readiness ready real realise realistic realize reap rear
reason reasonable rebel reboot receipt receive receptive reckon recognise recommend record recoup recovery recreational
recruit recruitment rectify recurrence red redact redid reduce redundancy refer referral referrers reflect reflective
refract refuel refuge refugee refused refuses regard regardless regional register regular regulate regulator regulatory
rehearse reheat rein reinforce reinvigorated reject rejoice relapse relational relationship relationshipbased relative
relaunch relax relentless relevant reliable reliance reliant relieve religion religious reluctant rely remand remedial
remedy reminded remote removal render renderer renew renounce rent rental repeat repel reply request require
requirement requisite resemble reset resettlement residential resilience resilient resist resolute respect respectful
respective respite respond response responsibility responsible responsive rest restock restorative restrain result
retain retire retrieve retrofit reup reuse revamp reveal revel revere reverse revert revised revive revoke revolve
reward richness rid ridden ride right rigorous rigour rings ripe ripen rise risen risk ritzy rival riveting rivetung
roam roar robust rode role roll roof room roomy root rosy rot rota rotten rough round rout route routine row rude rule
rumour run runaway rung rustle sacred sad sadden safe safeguard safer safest safety said salmon salty same sample sand
sang sank sat satisfy satish saturate saturn sauted save savvy saw say saying scale scanty scarce scare scary scatter
scavenge schedule schema scheme school scope scorch score scratch scream screech screen screenshot scrutineer
scrutinised scrutiny sculpt seal seamless search seat second secondary secondment secret sector secure security sedate
see seeing seek seekers seem seen seldom select self sell senate send senior sense sensible sensitive sensitivity sent
sentence separate serene serial series serious serve server service set setbacks settle seven sever several severe sew
sewn sexual sexy shaded shadowed shadowing shady shake shaken shape share sharp sharpen sharper shatter she sheep sheer
sheilt shift shine shiny ship shock shoes shone shook shoot shop short shortage shorten shorter shortest shortfall
shortlist shot should shout show shown shrank shrill shrink shrivel shrunk shun shut shy sibling sick side sift sight
sign signal signature significance significant signpost silly similar simple simplify simulate since sing single sister
sit site six sixth size skate skilful skill skillset skin skinny slab slack slain slam slay sleek sleepy slept slick
slid slide slight slim slimy slip slope slow slower sly small smaller smallest smart smelly smile smoked smoking smooth
smug smuggle snatch sneak snew sniff snuck snuggle soak soap soar sober soccer social socialise socket sofa soft
software sold sole solemn solicit solicitor solid solo solve somber some somebody someone something sometimes somewhere
son soon sooner sooth soothe sophisticated sordid sore sorry sort sought sound sour source south soviet sow sown space
span spare sparkle sparse spat spawn speak speakers special specialist specific specifically specify speech speedy
spell spend spent spice spicy spiked spilt spirit spit splay spoil spoke spoken spoof sporting sports spot sprang
sprawl spreadsheet spring spry spun squander squat squish stab stabilise stability stable staff stage stagger stain
stakeholder stale stall stamps stand standard start startle starve state statement static statistic status statutory
staunch stave stay steadfast steady steal steam steep stemming step stepdad stepmum stern stiff stiffen stifle still
sting stir stocktake stoked stole stolen stood stop store story stout strained strands stranger strangle strategic
strategically strategy stray streamlined streams strength strengthen stress stretch strew strewn strict striking strip
strive strong stronger strove struck structure struggle stubborn stuck student study stuff stump stun stung stunk
stupid sturdy style subject submerge submit subpar subscribe subsequent subside subsidised subsidy subsist substance
substantial subtle subtract subvert succeed success successful succinct succumb such suck sudden suffer suffice
sufficiency sufficient sugar suggest suicide suit suitability suitable suitably suite sum summary summits summon sung
sunk super superb superficial supervising supper supplement supply support supportive suppose suppress sure surf surge
surgery surly surmount surpass surprise surround survey survive sushi suspend suspicion suss sustain sustainability
sustainable sustainably swallow swam sway sweep sweet sweeten swell swept swiftly swim swore sworn swum swung symbol
sync system systematic systematically systemic systemically table tablet taboo tack tackle tags tail tailored take
taken takeover talents talk tall tame tamper tan tangible target tarnish tart task taste taught tawdry tax taxi taxing
tea teach teacher team tease techniques teen teenager telephone tell template temporary tempt ten tenacious tenacity
tenancy tender tennis tense term terminal terrify test testament testy text than thank that the theft their them
thematic themselves then therapeutic therapist therapy there thereafter therefore these they thick thief thin thing
think third this thorny thorough those though thought thoughtful thousand thread threaten three threshold threw thrill
thrive through throughout thrown thus thwart tick tidy tied tier ties tight tighten time timebound timelier timeliness
timescale timesheet timetable tin tiny tip tired tirelessly tiring title today toddler together token told tomorrow
tone tonight too took tool toolkit topics topple tore torn torpid total touch tough toughen toward toy trace track
tracker traffick train trample transact transcript transfer transform transformative translated translates transparency
transparent transport trap trauma traumatic travel treat treatment tremble trend trendy triage trial triangulate tried
trifle trigger trim triple trips trite troops trouble trout truancy true truly trust try trying tumble tuna tune turn
turnover tutor twelve twenty twice twin twist two type typically ugly ultra uncles under undercut underdeveloped
undergo undergone underlying undermined underpin understand understood undertake undertaken underway undid undo undue
uniform unify uniqueness unit unite universal university unlawful unleash unlock unmet unnerve unplug unravel
unreadable unrelenting unruly unstinting untie until unveil unwavering unwieldy upbeat update upheld uphold uplift
uploaded upon upper uppity upset uranus urban urgency urgent use used useful user using usual utter vacancy vacant
vague vain valid validate valuable value vandalism vanish vapor variability variable variety various vary vast venue
verdict verifier verify versus very vetting vex vexing via viable vibrant victims video vie view vigil vigilant vile
violence virtual visibility visible visionary visit visitor vitae vital vocational voice voicemail volume voluntary
volunteer vote vouch voucher vulgar vulnerability vulnerable wage wait waive wake waken walkabout walking walks
walkthrough wander want wanton wards warm warmth warn warp warrant wary was washed washing watched water watery wave
way weak weaken weaker weakest wealth wean wear weary weather weave web website wed wee week weekend weep weigh weird
welcome welfare well wellattended wellbeing wellcoordinated wellestablished wellinformed went wept were wet whack what
whatever wheel when whenever where whereabouts whereas whereby wherever whether which while whilst whiny whisky whisper
whistleblower whiteboard who whoever whole wholescale whom whose why wicked wide widen wider wideranging widespread
widow wield wily window windy wine winning wiring wiry wise wish with withdraw withdrew wither within without witness
woken woman women won wonder wooden wool woozy word wore work worker workforce workload workplace workshop workspace
world worn worry worse worsen worship worst worth would wound wove woven wrap wraparound wreak wrestle wring wrinkle
write writers written wrong wrote wrung wry www yammer yawn year yearn yell yellow yes yesterday yet yield you younger
your youth zany zero zip zone zonk zoom`.split(/\s+/),
);
