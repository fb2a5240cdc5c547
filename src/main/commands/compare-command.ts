import { revisionsAsJson, segmentsOf, statsOf } from './comparison-as-json.ts';
import { cliScope, openForReading, type CliPlace } from './cli-scope.ts';
import { need, Unreadable, type Said } from './cli-output.ts';
import { draftCalled } from './draft-called.ts';
import { readText } from './read-text.ts';
import { compareRevisions } from '../application/comparison/compare-revisions.ts';
import { openDraft } from '../application/window/open-draft.ts';
import type { Scope } from '../application/session/session.ts';
import type { ComparedText } from '../../shared/text/compared-text.ts';
import { compareTexts } from '../../shared/text/compare-texts.ts';
import { hiddenCharacters } from '../../shared/text/hidden-characters.ts';

async function compareFiles(before: string, after: string): Promise<Said> {
  const [a, b] = [await readText(before), await readText(after)];
  const begun = performance.now();
  const compared = compareTexts(a, b);
  const stats = statsOf(compared.stats);
  const ms = Math.round(performance.now() - begun);
  const flags = hiddenCharacters(b).map(({ at, code, name }) => ({
    code: 'hidden-character',
    area: null,
    message: `A ${name} (${code}) stands at ${at}.`,
  }));
  const lines = [
    `${stats.hunks} changes, ${stats.wordsChanged} words of ${stats.wordsAfter}, ${stats.moved} moved`,
  ];
  const json = {
    segments: segmentsOf(compared),
    stats: { ...stats, ms },
    flags,
    grades: [],
    evidence: { added: [], removed: [] },
  };
  return { json, lines, code: 0 };
}

/** Finds a draft by the beginning of its id, and a revision of it by number or the beginning of its id. */
async function find(scope: Scope, named: string): Promise<{ draft: string; revision: string }> {
  const [draftName = '', revisionName = ''] = named.split('@');
  const draft = await draftCalled(scope, draftName);
  const { state } = need(await openDraft(scope, { draft }));
  const revision = state.revisions.find(
    ({ id, number }) =>
      String(number) === revisionName || (revisionName.length > 3 && id.startsWith(revisionName)),
  );
  if (revision === undefined)
    throw new Unreadable(`The draft has no revision ${revisionName}; it has 1 to ${state.revisions.length}.`);
  return { draft, revision: revision.id };
}

/** `compare BEFORE AFTER`: two text files, or DRAFT@REVISION twice with --workspace. */
export async function compareCommand(
  place: CliPlace,
  before: string,
  after: string,
  workspace: string | undefined,
): Promise<Said> {
  if (workspace === undefined) return compareFiles(before, after);
  const opened = cliScope(place);
  try {
    need(await openForReading(opened, workspace));
    const older = await find(opened.scope, before);
    const newer = await find(opened.scope, after);
    if (older.draft !== newer.draft)
      throw new Unreadable('Two revisions of one draft are compared, and these are of two.');
    const begun = performance.now();
    const view = need(
      await compareRevisions(opened.scope, {
        draft: older.draft,
        before: older.revision,
        after: newer.revision,
      }),
    );
    const { sections, grades, links, flags } = view.comparison;
    const { sections: sectionsAsJson, points } = revisionsAsJson(view.comparison);
    const ms = Math.round(performance.now() - begun);
    const sum = (figure: Exclude<keyof ComparedText['stats'], 'coarsened'>): number =>
      sections.reduce((total, { stats }) => total + stats[figure], 0);
    const json = {
      sections: sectionsAsJson,
      stats: {
        ...statsOf({
          wordsBefore: sum('wordsBefore'),
          wordsAfter: sum('wordsAfter'),
          wordsChanged: sum('wordsChanged'),
          changes: sum('changes'),
          moved: sum('moved'),
          coarsened: sections.some(({ stats }) => stats.coarsened),
        }),
        ms,
      },
      flags: flags.map(({ code, place: area, message }) => ({ code, area, message })),
      grades,
      points,
      evidence: {
        added: links.filter((link) => link.before === null),
        removed: links.filter((link) => link.after === null),
      },
    };
    const lines = [
      `${grades.length} grades, ${links.length} links, ${sections.length} sections differ`,
      ...flags.map((flag) => `${flag.place}: ${flag.message}`),
    ];
    return { json, lines, code: 0 };
  } finally {
    opened.app.release();
  }
}
