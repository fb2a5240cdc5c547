import type { SeenState } from '../seen/seen-draft.ts';
import { roleNames } from '../values/role.ts';
import { count, listOf, momentWords } from '../words.ts';
import type { DocumentNames } from './document-names.ts';
import { plain, plainRows, type Block, type PrintedDocument } from './printed-document.ts';
import type { Standing } from './standing-words.ts';
import { trailSummary, type TrailParts } from './trail-summary.ts';
import { withNames } from '../records/record-titles.ts';

/** One thing that verification found. */
interface AuditProblem {
  readonly level: 'broken' | 'notice';
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Everybody with what they are, in one paragraph: a table of it was longer than what was done. */
function roles({ owner, roles: granted }: SeenState, names: DocumentNames): Block {
  const held = Map.groupBy(
    [
      { person: owner, role: 'owner' },
      ...granted.map(({ person, role }) => ({ person, role: roleNames[role] })),
    ],
    ({ person }) => person,
  );
  const each = [...held].map(
    ([person, all]) => `${names.person(person)} (${listOf(all.map(({ role }) => role))})`,
  );
  return { kind: 'paragraph', words: plain(`${each.join('; ')}.`) };
}

function seals({ seals: all }: SeenState, names: DocumentNames): readonly Block[] {
  if (all.length === 0) return [{ kind: 'paragraph', words: plain('Nothing has been sealed.') }];
  const rows = all.map((seal) => [
    momentWords(seal.at),
    names.person(seal.author),
    String(seal.count),
    seal.withdrawn ? 'Withdrawn' : seal.reopened === null ? 'Stands' : 'Reopened later',
    seal.idsHash,
  ]);
  return [
    {
      kind: 'table',
      caption: 'Seals',
      columns: ['When', 'By', 'Records', 'Standing', 'Hash of the sorted record ids'],
      rows: plainRows(rows),
      rowHeaders: true,
      widths: [16, 16, 9, 13, 46],
    },
  ];
}

function verification(problems: readonly AuditProblem[]): readonly Block[] {
  const broken = problems.filter((problem) => problem.level === 'broken').length;
  const sentence =
    broken === 0
      ? 'Every record was checked when this document was made: form, hash, signature and order. Nothing is broken.'
      : `Every record was checked when this document was made. ${count(broken, 'thing is', 'things are')} broken.`;
  return [
    { kind: 'paragraph', words: plain(sentence) },
    ...(problems.length === 0
      ? []
      : [
          {
            kind: 'list' as const,
            items: problems.map(({ level, file, line, message }) =>
              plain(
                `${level === 'broken' ? 'Broken' : 'Notice'}, ${file}${line === 0 ? '' : `, line ${line}`}: ${message}`,
              ),
            ),
          },
        ]),
  ];
}

/** All that happened to a draft: a summary with roles, seals and what verification says, and as its annex a row for each record. */
export function auditDocument(
  parts: TrailParts,
  standing: Standing,
  problems: readonly AuditProblem[],
): PrintedDocument {
  const { state, names, verifications } = parts;
  const sentenceOf = (entry: SeenState['timeline'][number]): string => {
    const verified = verifications.get(entry.record);
    return `${withNames(entry.sentence, names.person)}${verified === undefined ? '' : ` (${verified})`}${entry.counted ? '' : ' (set aside: it does not count)'}`;
  };
  const rows = state.timeline.map((entry, at) => [
    String(at + 1),
    momentWords(entry.at),
    names.person(entry.author),
    sentenceOf(entry),
    entry.record.slice(0, 16),
  ]);
  return {
    title: `${names.title}: audit trail`,
    language: 'en-GB',
    watermark: standing.watermark === 'Demonstration' ? standing.watermark : null,
    foot: `${names.title}. Audit trail. ${standing.words}`,
    landscape: true,
    blocks: [
      { kind: 'paragraph', look: 'standing', words: plain(standing.words) },
      {
        kind: 'facts',
        facts: [
          { name: 'Draft', value: state.id },
          { name: 'Begun', value: `${momentWords(state.begunAt)} by ${names.person(state.begunBy)}` },
          { name: 'Records', value: String(state.count) },
        ],
      },
      { kind: 'heading', level: 2, text: 'Verification' },
      ...verification(problems),
      { kind: 'heading', level: 2, text: 'Who holds which role' },
      roles(state, names),
      { kind: 'heading', level: 2, text: 'Seals' },
      ...seals(state, names),
      ...trailSummary(parts),
      { kind: 'page-break' },
      { kind: 'heading', level: 2, text: 'Annex: every record' },
      {
        kind: 'paragraph',
        look: 'small',
        words: plain(
          'Times are what the writing device said, in UTC. A record is known by the first sixteen characters of its id.',
        ),
      },
      {
        kind: 'table',
        caption: 'Records in the order in which they count',
        columns: ['Number', 'When', 'Who', 'What', 'Record'],
        rows: plainRows(rows),
        rowHeaders: true,
        widths: [7, 19, 16, 42, 16],
      },
    ],
  };
}
