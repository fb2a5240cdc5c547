import { shown } from '../../shared/records/settled.ts';
import type { DraftView } from '../../shared/ipc/views.ts';

/** A quotation of the report as an evidence note. */
interface QuotedNote {
  readonly criterion: string;
  readonly source: string;
  readonly direction: 'strength' | 'weakness' | 'neutral';
  readonly text: string;
}

const wordsIn = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[a-z]{5,}/g) ?? []);

/** The criterion that shares most words with a paragraph; a demonstration's shortcut, never used on real drafts. */
function nearest(view: DraftView, area: string, paragraph: string): string | null {
  const words = wordsIn(paragraph);
  const criteria = view.framework?.areas.find(({ id }) => id === area)?.criteria ?? [];
  const shared = criteria.map((criterion) => {
    const text = `${criterion.title} ${criterion.descriptors.map((descriptor) => ('text' in descriptor ? descriptor.text : '')).join(' ')}`;
    return { id: criterion.id, count: [...wordsIn(text)].filter((word) => words.has(word)).length };
  });
  return shared.sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))[0]?.id ?? null;
}

/** Every numbered paragraph of the imported report as a quotation: kind document, source "published report, paragraph N". */
export function quotedNotes(view: DraftView): readonly QuotedNote[] {
  return Object.entries(view.state.narratives).flatMap(([area, field]) =>
    (shown(field) ?? '').split('\n\n').flatMap((paragraph): QuotedNote[] => {
      const number = /^(\d{1,3})\./.exec(paragraph)?.[1];
      const criterion = nearest(view, area, paragraph);
      if (number === undefined || criterion === null) return [];
      const weakness = /\b(?:not|lack|delay|poor|weak|inconsisten|too many|too long)\w*/i.test(paragraph);
      return [
        {
          criterion,
          source: `published report, paragraph ${number}`,
          direction: weakness ? 'weakness' : 'strength',
          text: paragraph,
        },
      ];
    }),
  );
}
