import { commentLines } from './comment-lines.ts';
import { settled, shown } from '../records/settled.ts';
import type { EvidenceLink } from '../evidence/evidence-state.ts';
import { kindTitles } from '../values/kind-titles.ts';
import type { Area } from '../framework/framework-schema.ts';
import { contributionsOf } from '../seen/contributions.ts';
import type { PersonCard } from '../people/person.ts';
import { fieldTitle } from '../judgment/field-title.ts';
import { longDayWords } from '../words.ts';
import type { DocumentNames } from './document-names.ts';
import { plain, plainRows, type Block, type PrintedDocument } from './printed-document.ts';
import { reportDocument, type ReportParts } from './report-document.ts';

/** What a reading pack is made of: the report's parts, and the people who judged. */
interface PackParts extends ReportParts {
  readonly names: DocumentNames;
  readonly people: readonly { readonly id: string; readonly card: PersonCard; readonly verified: boolean }[];
}

/**
 * Everything of a draft to read away from the desk, in one document: the report with its grades, the evidence under
 * each criterion, what is still open, the comments, and who judged with what they did.
 */
export function readingPack(parts: PackParts): PrintedDocument {
  const report = reportDocument(parts);
  return {
    ...report,
    title: `${report.title}: reading pack`,
    foot: `${parts.names.title}. Reading pack`,
    blocks: [
      ...report.blocks,
      { kind: 'page-break' },
      ...evidenceByCriterion(parts),
      ...openQuestions(parts),
      ...comments(parts),
      ...whoJudged(parts),
    ],
  };
}

function evidenceByCriterion({ state, framework }: PackParts): readonly Block[] {
  const areas = framework?.areas ?? [];
  const blocks = areas.flatMap((area) => areaEvidence(area, state.links, state.notes));
  const none: Block = { kind: 'paragraph', words: plain('No note is held against a criterion yet.') };
  return [
    { kind: 'heading', level: 2, text: 'Evidence by criterion' },
    ...(blocks.length === 0 ? [none] : blocks),
  ];
}

function areaEvidence(
  area: Area,
  links: readonly EvidenceLink[],
  notes: PackParts['state']['notes'],
): readonly Block[] {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const evidence = area.criteria.flatMap((criterion): readonly Block[] => {
    const items = links
      .filter((link) => link.criterion === criterion.id)
      .flatMap((link) => {
        const direction = shown(link.values);
        const note = byId.get(link.note);
        if (note === undefined || direction === null || direction === 'none') return [];
        const words = note.erased ? 'its words are not here' : note.text;
        const from = note.erased
          ? ''
          : ` (${kindTitles[note.kind]}, ${note.source}, ${longDayWords(note.when.slice(0, 10))})`;
        return [plain(`${direction === 'for' ? 'For' : 'Against'}, ${note.code}${from}: ${words}`)];
      });
    const text = items.length === 0 ? 'No note is held against it.' : null;
    return [
      { kind: 'heading', level: 4, text: criterion.title },
      text === null ? { kind: 'list', items } : { kind: 'paragraph', words: plain(text), look: 'small' },
    ];
  });
  const any = links.some((link) => area.criteria.some((criterion) => criterion.id === link.criterion));
  return any ? [{ kind: 'heading', level: 3, text: area.title }, ...evidence] : [];
}

function openQuestions({ state, framework, names }: PackParts): readonly Block[] {
  const ungraded = (framework?.areas ?? []).filter(
    (area) => area.scale !== null && settled(state.grades[area.id]) === null,
  );
  const challenges = state.moderation.challenges.filter((challenge) => challenge.state === 'open');
  const items = [
    ...state.conflicts.map((field) => `Two values: ${fieldTitle(field, framework, state.notes)}.`),
    ...challenges.map((challenge) => `Challenge by ${names.person(challenge.author)}: ${challenge.text}`),
    ...ungraded.map((area) => `No one grade stands for ${area.title}.`),
  ].map(plain);
  return [
    { kind: 'heading', level: 2, text: 'Open questions' },
    items.length === 0 ? { kind: 'paragraph', words: plain('Nothing is open.') } : { kind: 'list', items },
  ];
}

function comments({ state, names }: PackParts): readonly Block[] {
  const items = state.comments.flatMap((comment) =>
    commentLines(comment, names.person, `, on “${comment.quote}”`).map(plain),
  );
  return [
    { kind: 'heading', level: 2, text: 'Comments' },
    items.length === 0 ? { kind: 'paragraph', words: plain('Nobody commented.') } : { kind: 'list', items },
  ];
}

function whoJudged({ state, people }: PackParts): readonly Block[] {
  const rows = people.flatMap(({ id, card, verified }) => {
    const contributions = contributionsOf(state, id);
    if (contributions.length === 0) return [];
    const years = card.years > 0 ? `${card.years} years` : '';
    const profile = [card.post, card.registration, years, (card.specialisms ?? []).join(', ')];
    const vouched = verified || state.demonstration;
    return [
      [
        vouched ? card.name : `${card.name} (unverified)`,
        profile.filter((part) => part !== '').join('; '),
        contributions.join(', '),
      ],
    ];
  });
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Who judged' },
    {
      kind: 'table',
      caption: 'Who judged, with their professional profile and what they did',
      columns: ['Name', 'Profile, as they say it', 'In this draft'],
      rows: plainRows(rows),
      rowHeaders: true,
      widths: [24, 40, 36],
    },
  ];
}
