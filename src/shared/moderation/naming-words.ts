/** Ways to lead up to a grade: whatever grade word follows one of them names a grade. A regular expression's source. */
export const leadsToGrade =
  '(?:judged\\s+(?:to\\s+be|as)|judged|graded(?:\\s+as)?|rated(?:\\s+as)?|grades?\\s+of|judge?ments?\\s+(?:of|is|as)|ratings?\\s+(?:of|is)|scor(?:es?|ed|ing)(?:\\s+(?:of|as|at|is|was))?|standards?\\s+(?:is|are|was|were))';

/**
 * What says of a grade which way it went, without naming it: "downgraded", "a grade lower", "lowered the judgment", "up one
 * grade". A regular expression's source.
 */
export const movesGrade = [
  '(?:down|up)grad(?:e[ds]?|ing)',
  '(?:a|one|two|three)\\s+grades?\\s+(?:up|down|higher|lower|better|worse)',
  '(?:up|down|higher|lower)\\s+(?:by\\s+)?(?:a|one|two|three)\\s+grades?',
  '(?:higher|lower|better|worse)\\s+(?:grades?|judge?ments?|ratings?)',
  '(?:rais|lower|dropp?|lift)(?:ed|e|es|s|ing)?\\s+(?:the\\s+|its\\s+|their\\s+|our\\s+)?(?:provisional\\s+|overall\\s+)?(?:grades?|judge?ments?|ratings?)',
].join('|');

/**
 * Things of which inspectors write that they are good, inadequate or outstanding without grading an area: nothing that
 * a framework grades, and no word that can also be the verb of a clause after a grade ("support", "use", "start").
 */
export const ordinaryThings: readonly string[] = [
  ...['accommodation', 'actions', 'advice', 'arrangements', 'attendance', 'care plans', 'communication'],
  ...['decision-making', 'enough', 'example', 'examples', 'food', 'housing', 'information', 'intentions'],
  ...['knowledge', 'levels of', 'management oversight', 'number of', 'oversight', 'placements', 'planning'],
  ...['practice', 'progress', 'quality', 'range of', 'reasons', 'recording', 'referrals', 'relationship'],
  ...['relationships', 'role models', 'supervision', 'understanding', 'working relationships'],
];

/** What follows where "in" stands before: "in good time". */
export const ordinaryAfterIn: readonly string[] = ['time', 'faith', 'order', 'detail'];

/** What stands before a grade's word in a phrase of its own: "dogs for good", "gone for good", "the common good". */
export const ordinaryBefore: readonly string[] = [
  ...['dogs', 'gone', 'left', 'changed', 'closed', 'stopped', 'ended', 'once and'].map(
    (word) => `${word} for`,
  ),
  ...['common', 'greater', 'public', 'force for'],
];

/**
 * Words of some scales that prose is full of, verbs and numbers: of these only what leads to a grade, or ends a clause,
 * states one. "We met two parents" states none; "Safeguarding: met" does.
 */
export const statedAlone: readonly string[] = [
  ...['met', 'expected', 'improved', 'sustained', 'declined', 'inconsistent', 'failings'],
  ...['one', 'two', 'three', 'four', '1', '2', '3', '4'],
];
