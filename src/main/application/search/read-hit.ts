import { adoptedFramework } from '../session/adopted-framework.ts';
import { noDraft } from '../session/call-errors.ts';
import { openedIn } from '../load.ts';
import type { Scope } from '../session/session.ts';
import { seenOf } from './visible-hits.ts';
import { citationsIn } from '../../../shared/evidence/citations.ts';
import type { EvidenceNote } from '../../../shared/evidence/evidence-state.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import { shown } from '../../../shared/records/settled.ts';
import type { HitView } from '../../../shared/search/search-query.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { SeenDraft } from '../../../shared/seen/seen-draft.ts';
import { splitParagraphs } from '../../../shared/text/split-paragraphs.ts';

type Places = readonly { readonly id: string; readonly title: string; readonly brief?: string | undefined }[];

const nameOf = (place: Places[number] | undefined): string => place?.brief ?? place?.title ?? '';

/** The first paragraph of the narratives that cites a note. */
function citedBy(state: SeenDraft['state'], places: Places, { code }: EvidenceNote): HitView['cited'] {
  for (const place of places) {
    const text = shown(state.narratives[place.id]) ?? '';
    const paragraph = splitParagraphs(text).find(({ start, end }) =>
      citationsIn(text.slice(start, end)).some(({ codes }) => codes.includes(code)),
    );
    if (paragraph !== undefined)
      return {
        place: nameOf(place),
        paragraph: paragraph.number,
        text: text.slice(paragraph.start, paragraph.end),
      };
  }
  return null;
}

/** A note or a section that the search found, whole, as this profile's person may see it now: what stands beside the list of finds. */
export async function readHit(
  scope: Scope,
  { draft, what, place }: CallInput<'readHit'>,
): Promise<Result<HitView, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const seen = await seenOf(scope, opened.value, draft);
  if (seen === null) return refused(noDraft);
  const { state } = seen;
  const framework = adoptedFramework(seen, scope.ports.crypto.sha256);
  const places: Places = [...(framework?.areas ?? []), ...(framework?.sections ?? [])];
  const found = {
    framework: framework?.title ?? '',
    area: '',
    criteria: [],
    source: '',
    when: '',
    cited: null,
  };
  if (what === 'narrative') {
    const text = shown(state.narratives[place]);
    if (text === null) return refused(noDraft);
    return done({ ...found, area: nameOf(places.find(({ id }) => id === place)), text });
  }
  const note = state.notes.find(({ id, erased }) => id === place && !erased);
  if (note === undefined) return refused(noDraft);
  const criteria = state.links.flatMap(({ note: id, criterion, values }): HitView['criteria'] => {
    const direction = shown(values);
    const area = framework?.areas.find((area) => area.criteria.some((each) => each.id === criterion));
    const title = area?.criteria.find((each) => each.id === criterion)?.title;
    return id !== place || direction === null || direction === 'none' || title === undefined
      ? []
      : [{ area: nameOf(area), title, direction }];
  });
  return done({
    ...found,
    area: criteria[0]?.area ?? '',
    criteria,
    source: note.source,
    when: note.when,
    text: [note.text, ...note.addenda.map((addendum) => addendum.text)].join('\n\n'),
    cited: citedBy(state, places, note),
  });
}
