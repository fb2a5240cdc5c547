import type { Improvement } from '../values/improvement.ts';
import { editTexts, type Texts } from './edit-texts.ts';
import { besideDraft, pointsSection, type TextEdit } from './report-edit.ts';

/** What stands in a draft whose text is edited: text by section, and the points to improve. */
interface StandingTexts {
  readonly narratives: ReadonlyMap<string, string>;
  readonly points: readonly Improvement[];
}

/** What edits write: the sections that change, and the points where they do. */
interface EditedTexts {
  readonly narratives: readonly { readonly section: string; readonly text: string }[];
  readonly points: readonly Improvement[] | null;
}

/**
 * Edits of an imported report as changes of the draft it became. Text that is set aside goes out of the draft, and stays in
 * the revision before. Null where words of an edit do not stand there any more: nothing is changed then.
 */
export function editStanding(standing: StandingTexts, edits: readonly TextEdit[]): EditedTexts | null {
  const { narratives, points } = standing;
  const paragraphs = ([section, text]: readonly [string, string]): [string, { text: string }[]] => [
    section,
    text
      .split(/\n{2,}/u)
      .filter((part) => part !== '')
      .map((part) => ({ text: part })),
  ];
  const before: Texts = new Map<string, readonly { text: string }[]>([
    ...[...narratives].map(paragraphs),
    [pointsSection, points],
    ...beside(edits),
  ]);
  let texts: Texts | null = before;
  for (const edit of edits) texts &&= editTexts(texts, edit);
  if (texts === null || texts === before) return null;
  const changed = [...texts].filter(
    ([section, now]) => before.get(section) !== now && !besideDraft.has(section),
  );
  const list = texts.get(pointsSection);
  return {
    narratives: changed
      .filter(([section]) => section !== pointsSection)
      .map(([section, now]) => ({ section, text: now.map(({ text }) => text).join('\n\n') })),
    points: list === undefined || list === points ? null : asPoints(list, points),
  };
}

/** What edits bring into the draft that stands beside it, with the record of the import: lines of a paragraph as one. */
function beside(edits: readonly TextEdit[]): [string, { text: string }[]][] {
  const moved = edits.filter((edit) => edit.does === 'move' && besideDraft.has(edit.from));
  return moved.map((edit) => [
    edit.does === 'move' ? edit.from : edit.section,
    (edit.does === 'move' ? edit.texts : []).map((text) => ({ text: text.replaceAll('\n', ' ') })),
  ]);
}

/** Texts as points: what was one stays it, with its area and notes. */
function asPoints(
  texts: readonly { readonly text: string }[],
  before: readonly Improvement[],
): Improvement[] {
  const taken = new Set(before.map(({ id }) => id));
  const fresh = (): string => {
    let number = before.length + 1;
    while (taken.has(`point-${String(number)}`)) number += 1;
    taken.add(`point-${String(number)}`);
    return `point-${String(number)}`;
  };
  const isPoint = (text: { readonly text: string }): text is Improvement => 'id' in text;
  return texts.map((text) =>
    isPoint(text) ? text : { id: fresh(), text: text.text, area: null, notes: [] },
  );
}
