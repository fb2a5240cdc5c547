import { cliScope, openForReading, type CliPlace } from './cli-scope.ts';
import { need, Unreadable, type Said } from './cli-output.ts';
import { readHit } from '../application/search/read-hit.ts';
import type { Scope } from '../application/session/session.ts';
import { refreshSearch, searchWorkspace } from '../application/search/search-workspace.ts';
import { evidenceKindSchema } from '../../shared/values/evidence-kind.ts';
import { kindTitles } from '../../shared/values/kind-titles.ts';
import { matchExpression, type SearchHit } from '../../shared/search/search-query.ts';
import { isDay } from '../../shared/values/calendar-days.ts';
import { count, dayWords, eitherOf } from '../../shared/words.ts';

interface SearchOptions {
  readonly workspace: string;
  readonly in?: string;
  readonly kind?: string;
  readonly from?: string;
  readonly to?: string;
  readonly area?: string;
  readonly grade?: string;
  readonly newest?: boolean;
}

function dayIn(option: string, day: string | undefined): string | null {
  if (day !== undefined && !isDay(day))
    throw new Unreadable(`${option} ${String(day)} is no day. Nothing was searched. Write it as 2026-11-30.`);
  return day ?? null;
}

/** What is asked for, checked as the window's own choices are by being choices. */
function queryOf(
  words: readonly string[],
  options: SearchOptions,
): Parameters<typeof searchWorkspace>[1]['query'] {
  const text = words.join(' ');
  if (matchExpression(text) === '')
    throw new Unreadable('No word is left to look for. Nothing was searched. Write at least one.');
  const what = options.in === 'notes' ? 'note' : options.in === 'text' ? 'narrative' : null;
  const kind = options.kind === undefined ? null : evidenceKindSchema.safeParse(options.kind);
  if (kind?.success === false)
    throw new Unreadable(
      `There is no kind of evidence ${options.kind ?? ''}. Nothing was searched. Write ${eitherOf(evidenceKindSchema.options)}.`,
    );
  return {
    ...{ text, what, kind: kind?.data ?? null, author: null },
    ...{ from: dayIn('--from', options.from), to: dayIn('--to', options.to) },
    ...{ area: options.area ?? null, grade: options.grade ?? null },
  };
}

/** The words around a find, with what was found between the marks that people read. */
function snippetWords(snippet: string): string {
  return snippet.replaceAll('\u0001', '[').replaceAll('\u0002', ']').replaceAll(/\s+/gu, ' ');
}

/** What a section is called; in words of its id where no framework names it. */
async function titleOf(scope: Scope, { draft, place }: SearchHit): Promise<string> {
  const read = await readHit(scope, { draft, what: 'narrative', place });
  return read.ok && read.value.area !== ''
    ? read.value.area
    : `${place.charAt(0).toUpperCase()}${place.slice(1).replaceAll('-', ' ')}`;
}

async function hitLines(scope: Scope, hit: SearchHit): Promise<readonly string[]> {
  const kind = evidenceKindSchema.safeParse(hit.kind);
  const what =
    hit.what === 'note'
      ? `${hit.code}${kind.success ? `, ${kindTitles[kind.data].toLowerCase()}` : ''}${hit.day === '' ? '' : `, ${dayWords(hit.day)}`}`
      : `text of ${await titleOf(scope, hit)}`;
  return [`${hit.draft.slice(0, 12)}  ${hit.provider}: ${what}`, `  ${snippetWords(hit.snippet)}`];
}

/** `search WORDS... --workspace DIR`: in the notes and texts of every draft, as this profile's person may see them. */
export async function searchCommand(
  place: CliPlace,
  words: readonly string[],
  options: SearchOptions,
): Promise<Said> {
  const query = queryOf(words, options);
  const opened = cliScope(place);
  try {
    need(await openForReading(opened, options.workspace));
    const { unread } = need(await refreshSearch(opened.scope));
    const found = need(await searchWorkspace(opened.scope, { query, ranked: options.newest !== true }));
    const missed =
      unread === 0 ? [] : [`${count(unread, 'draft')} could not be read, so nothing of them was searched.`];
    return {
      json: { ...found, unread },
      lines: [
        ...(await Promise.all(found.hits.map((hit) => hitLines(opened.scope, hit)))).flat(),
        found.hits.length === 0 ? 'Nothing was found.' : `${count(found.hits.length, 'place')} found.`,
        ...missed,
      ],
      code: unread === 0 ? 0 : 1,
    };
  } finally {
    opened.app.release();
  }
}
