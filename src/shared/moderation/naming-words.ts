/** Ways to lead up to a grade: whatever grade word follows one of them names a grade. A regular expression's source. */
export const leadsToGrade =
  '(?:judged\\s+(?:to\\s+be|as)|judged|graded(?:\\s+as)?|rated(?:\\s+as)?|grades?\\s+of|judge?ments?\\s+(?:of|is|as)|ratings?\\s+of)';

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
