/** Paragraphs as reports have them. */
export const partners =
  'Partners told inspectors that they value the daily meeting and know whom to call. Police attend most days.';
export const health =
  'Strategy discussions do not always include health. In a number of cases plans were made without the school nurse.';
export const leaders =
  'Leaders know their services well and have acted on what the last inspection found, though slowly in places.';
export const carers =
  'Foster carers feel well supported by their supervising social workers and training meets their needs.';

/** Two texts, and what a comparison of them shows. */
export interface TextCase {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly shows: readonly string[];
  readonly words: number;
}

/** What is seen of changes of every kind. */
export const textCases: readonly TextCase[] = [
  { name: 'two empty texts', before: '', after: '', shows: [], words: 0 },
  { name: 'a first draft', before: '', after: 'Good practice.', shows: ['+ Good practice.'], words: 2 },
  {
    name: 'everything taken out',
    before: 'Good practice.',
    after: '',
    shows: ['- Good practice.'],
    words: 2,
  },
  {
    name: 'one word changed',
    before: health,
    after: health.replace('always', 'often'),
    shows: [`~ ${health.replace('always', '[-always-][+often+]')}`],
    words: 2,
  },
  {
    name: 'a negation taken out, alone and plainly',
    before: health,
    after: health.replace(' not', ''),
    shows: [`~ ${health.replace(' not ', ' [-not -]')}`],
    words: 1,
  },
  {
    name: 'punctuation alone, which counts no words and still shows',
    before: leaders,
    after: leaders.replace('found,', 'found;'),
    shows: [`~ ${leaders.replace('found,', 'found[-,-][+;+]')}`],
    words: 0,
  },
  {
    name: 'two changes around one equal word as one change',
    before: 'The help that children get early is seldom good enough for those most in need of it.',
    after: 'The help that children get early is often very enough for those most in need of it.',
    shows: [
      '~ The help that children get early is [-seldom good-][+often very+] enough for those most in need of it.',
    ],
    words: 4,
  },
  {
    name: 'a scrap of two words between changes read as part of them',
    before: 'When risk rises managers decide on the plan in a week and record why they chose to do so.',
    after: 'When risk rises leaders decide on each plan in a week and record why they chose to do so.',
    shows: [
      '~ When risk rises [-managers decide on the-][+leaders decide on each+] plan in a week and record why they chose to do so.',
    ],
    words: 8,
  },
  {
    name: 'three equal words between changes left standing',
    before: 'When risk rises managers decide soon on the plan in a week and record why they chose to do so.',
    after: 'When risk rises leaders decide soon on each plan in a week and record why they chose to do so.',
    shows: [
      '~ When risk rises [-managers-][+leaders+] decide soon on [-the-][+each+] plan in a week and record why they chose to do so.',
    ],
    words: 4,
  },
  {
    name: 'a paragraph added between others',
    before: `${health}\n\n${leaders}`,
    after: `${health}\n\n${carers}\n\n${leaders}`,
    shows: ['= 1', `+ ${carers}`, '= 1'],
    words: 15,
  },
  {
    name: 'a paragraph taken out',
    before: `${health}\n\n${carers}\n\n${leaders}`,
    after: `${health}\n\n${leaders}`,
    shows: ['= 1', `- ${carers}`, '= 1'],
    words: 15,
  },
  {
    name: 'a paragraph replaced by another',
    before: `${health}\n\n${carers}\n\n${leaders}`,
    after: `${health}\n\n${partners}\n\n${leaders}`,
    shows: ['= 1', `- ${carers}`, `+ ${partners}`, '= 1'],
    words: 33,
  },
  {
    name: 'the same words in another order, shown as rewritten',
    before: 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu',
    after: 'mu lambda kappa iota theta eta zeta epsilon delta gamma beta alpha',
    shows: [
      '~ [-alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu-][+mu lambda kappa iota theta eta zeta epsilon delta gamma beta alpha+]',
    ],
    words: 24,
  },
  {
    name: 'few words kept of many, shown as rewritten',
    before: 'a b c d e f g h they see children alone often i j k l m n o p',
    after: 'h g f e d c b a they see children alone often p o n m l k j i',
    shows: [
      '~ [-a b c d e f g h they see children alone often i j k l m n o p-][+h g f e d c b a they see children alone often p o n m l k j i+]',
    ],
    words: 42,
  },
  {
    name: 'a moved paragraph as a move, and no words',
    before: [partners, health, leaders, carers].join('\n\n'),
    after: [health, leaders, carers, partners].join('\n\n'),
    shows: [`< ${partners}`, '= 3', `> ${partners}`],
    words: 0,
  },
  {
    name: 'a moved paragraph with an edit inside as a move with that edit',
    before: [partners, health, leaders, carers].join('\n\n'),
    after: [health, leaders, carers, partners.replace('whom', 'who')].join('\n\n'),
    shows: [`< ${partners}`, '= 3', `> ${partners.replace('whom', '[-whom-][+who+]')}`],
    words: 2,
  },
  {
    name: 'a moved paragraph though one much like it stands at its old place',
    before: [partners, health, leaders, carers].join('\n\n'),
    after: [partners.replace('most days', 'seldom now'), health, leaders, carers, partners].join('\n\n'),
    shows: [`< ${partners}`, `+ ${partners.replace('most days', 'seldom now')}`, '= 3', `> ${partners}`],
    words: 18,
  },
  {
    name: 'a moved heading as taken out and added: it is too short to say',
    before: ['Health', partners, leaders].join('\n\n'),
    after: [partners, leaders, 'Health'].join('\n\n'),
    shows: ['- Health', '= 2', '+ Health'],
    words: 2,
  },
  {
    name: 'a paragraph that stands twice and moves is not guessed at',
    before: [partners, partners, health, leaders, carers].join('\n\n'),
    after: [health, leaders, carers, partners, partners].join('\n\n'),
    shows: [`- ${partners}`, `- ${partners}`, '= 3', `+ ${partners}`, `+ ${partners}`],
    words: 72,
  },
  {
    name: 'one of two like paragraphs taken out',
    before: [partners, health, partners].join('\n\n'),
    after: [health, partners].join('\n\n'),
    shows: [`- ${partners}`, '= 2'],
    words: 18,
  },
  {
    name: 'boilerplate repeated, with one paragraph more',
    before: Array.from({ length: 30 }, () => carers).join('\n\n'),
    after: Array.from({ length: 31 }, () => carers).join('\n\n'),
    shows: ['= 30', `+ ${carers}`],
    words: 15,
  },
  {
    name: 'one paragraph wrapped anew',
    before: partners,
    after: partners.replaceAll(' they', '\nthey').replaceAll('. ', '.\r\n  '),
    shows: ['= 1'],
    words: 0,
  },
  {
    name: 'a line that happens to begin with a dash or a number after wrapping',
    before: `${leaders} Support lasts to the age of 25. It is – mostly – good.`,
    after: `${leaders} Support lasts to the age of\n25. It is\n– mostly\n– good.`,
    shows: ['= 1'],
    words: 0,
  },
  {
    name: 'wider gaps between paragraphs',
    before: `${health}\n\n${leaders}`,
    after: `\n${health}\n\n\n \n${leaders}\n`,
    shows: ['= 2'],
    words: 0,
  },
  {
    name: 'list items one by one',
    before: 'The council should:\n- see children alone\n- record decisions\n- tell partners',
    after: 'The council should:\n- see children alone\n- record decisions on the day\n- tell partners',
    shows: ['= 2', '~ - record decisions[+ on the day+]', '= 1'],
    words: 3,
  },
  {
    name: 'a zero-width space put into a word, which is no white space',
    before: 'Help for families is inadequate in too many cases.',
    after: 'Help for families is inade\u200Bquate in too many cases.',
    shows: ['~ Help for families is [-inadequate-][+inade\u200Bquate+] in too many cases.'],
    words: 3,
  },
  {
    name: 'a byte order mark at the end, which nobody sees and is no white space',
    before: carers,
    after: `${carers}\uFEFF`,
    shows: [`~ ${carers}[+\uFEFF+]`],
    words: 0,
  },
  {
    name: 'a space made non-breaking',
    before: 'Plans were ready within 10 days of the visit.',
    after: 'Plans were ready within 10\u00A0days of the visit.',
    shows: ['~ Plans were ready within 10[- -][+\u00A0+]days of the visit.'],
    words: 0,
  },
  {
    name: 'straight and curly quotes told apart',
    before: "Carers don't wait long for a decision now.",
    after: 'Carers don’t wait long for a decision now.',
    shows: ["~ Carers don[-'-][+’+]t wait long for a decision now."],
    words: 0,
  },
  {
    name: 'a word with combining marks whole',
    before: 'Les cafe\u0301s du quartier sont tous ouverts le soir.',
    after: 'Les cafes du quartier sont tous ouverts le soir.',
    shows: ['~ Les [-cafe\u0301s-][+cafes+] du quartier sont tous ouverts le soir.'],
    words: 2,
  },
  {
    name: 'an emoji of several parts whole',
    before: 'Thank you all for the visit 👩🏽‍🦰 last week.',
    after: 'Thank you all for the visit 👩🏻‍🦰 last week.',
    shows: ['~ Thank you all for the visit [-👩🏽‍🦰-][+👩🏻‍🦰+] last week.'],
    words: 0,
  },
  {
    name: 'right-to-left words by word',
    before: 'הילדים בטוחים בבית ומקבלים עזרה טובה בזמן',
    after: 'הילדים בטוחים בבית ומקבלים עזרה מועטה בזמן',
    shows: ['~ הילדים בטוחים בבית ומקבלים עזרה [-טובה-][+מועטה+] בזמן'],
    words: 2,
  },
];
