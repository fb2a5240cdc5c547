/** Capitalised words of the field and of the calendar that are nobody's name; a team adds its own as it works. */
export const knownTerms: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
september october november december christmas easter ramadan eid diwali hanukkah vaisakhi
england scotland wales ireland britain british english scottish welsh irish northern united kingdom european
european union european somali polish romanian urdu punjabi bengali arabic portuguese spanish french ukrainian
afghan kurdish turkish chinese cantonese mandarin roma traveller gypsy asian african caribbean christian muslim
jewish hindu sikh catholic act acts regulations order orders children working together section schedule
ofsted his her majesty majesty's inspector inspectors inspectorate inspectorates hmi ofsted estyn cqc ciw
nhs camhs cafcass dbs dfe mash marat mace marac mappa lado iro iros dto lac cin cp pep peps ehcp ehc send
senco shout icb ycs yot yjs yos pru cic fgc plo sgo sgos hoc legal planning outline family proceedings
police constabulary social services council councils councillor cabinet member director directors chief executive
head service team manager managers officer officers practice supervision pathway plan plans virtual school
independent reviewing fostering adoption agency partnership board panel panels court courts judge magistrates
signs safety framework national standards quality standards care experienced offer local staying close staying put
corporate parenting corporate parents early help front door public law outline strategy discussion
teams zoom microsoft excel word liquidlogic mosaic eclipse i i'm i'd i'll i've mr mrs ms miss mx dr prof
hp cic cl li ct cs ch fa st le pa ob do da fs ex`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Words that often begin a sentence and are nobody's name. */
export const sentenceOpeners: ReadonlySet<string> = new Set(
  `a about across after again against all almost already also although always an and another any are around as at
because been before being between both but by can case cases child children clear could did do does during each
early eight eleven even every evidence except few fifteen fifth first five for four fourteen from fewer good had
half has have he her here his how however if improved in inspectors is it its just last later leaders less like many
managers may more most much my neither next nine no nobody none nor not nothing now of often on once one only or
other others our out over parents partners plans poor records referrals same second seen seven several she since six
some staff still strong such supervision ten than that the their them then there these they third thirteen this those
three through to twelve twenty two under until up very was we weak were what when where which while who why will with
within without workers young yes visits notes audit audits attendance police health school schools social he's she's
asked attended completed discussed explained noted observed read recorded reported reviewed said saw spoke told
mother father parent carer carers sibling grandmother grandfather aunt uncle sister brother foster team hub meeting
minutes letter email data figures file files decision decisions assessment assessments enquiry enquiries screening
contact contacts conference conferences referral consent history chronology plan policy performance report reports`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
