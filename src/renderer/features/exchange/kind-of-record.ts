const kinds: Readonly<Record<string, readonly [one: string, many: string]>> = {
  'evidence.noted': ['note', 'notes'],
  'addendum.written': ['addition to a note', 'additions to notes'],
  'attachment.added': ['attached file', 'attached files'],
  'evidence.linked': ['link', 'links'],
  'descriptor.marked': ['mark', 'marks'],
  'best-fit.set': ['best fit', 'best fits'],
  'revision.saved': ['revision', 'revisions'],
  'comment.written': ['comment', 'comments'],
  'challenge.raised': ['challenge', 'challenges'],
  'challenge.answered': ['answer to a challenge', 'answers to challenges'],
  other: ['other record', 'other records'],
  'judgment.sealed': ['seal', 'seals'],
  'role.granted': ['role given', 'roles given'],
  'role.revoked': ['role taken away', 'roles taken away'],
  'details.set': ['change of the details', 'changes of the details'],
  'change.reviewed': ['tick', 'ticks'],
  'report.imported': ['imported report', 'imported reports'],
  'draft.begun': ['beginning of the draft', 'beginnings'],
  'framework.adopted': ['framework', 'frameworks'],
};

/** So many records of a kind, in words: "3 notes"; kinds without a plain name say their own. */
export function recordsOfKind(type: string, count: number): string {
  const [one, many] = kinds[type] ?? [`record of the kind ${type}`, `records of the kind ${type}`];
  return `${count} ${count === 1 ? one : many}`;
}
