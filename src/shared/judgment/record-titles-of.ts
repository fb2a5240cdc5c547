import { frameworkAdopted } from '../framework/framework-adopted.ts';
import { ownRuleWords } from '../framework/own-rules.ts';
import { withinSentence } from '../words.ts';
import { z } from 'zod';
import type { RecordTitles } from '../records/record-titles.ts';
import type { SignedRecord } from '../records/record.ts';
import type { RecordGraph } from '../records/record-graph.ts';

const titled = z.looseObject({ id: z.string(), title: z.string(), brief: z.string().optional() });
const named = z.object({
  areas: z.array(titled.extend({ criteria: z.array(titled).optional() })).catch([]),
  sections: z.array(titled).catch([]),
  scales: z.array(z.object({ grades: z.array(titled.extend({ words: z.string().optional() })) })).catch([]),
  limiters: z.array(titled).catch([]),
  facts: z.array(titled).catch([]),
});

type Titles = Readonly<Record<keyof RecordTitles, ReadonlyMap<string, string>>>;
const read = new WeakMap<SignedRecord, Titles>();

function titlesIn(record: SignedRecord): Titles {
  const before = read.get(record);
  if (before !== undefined) return before;
  const framework = named.safeParse(frameworkAdopted.in(record)?.framework).data;
  const areas = framework?.areas ?? [];
  const titles: Titles = {
    place: new Map(
      [...areas, ...(framework?.sections ?? [])].map(({ id, brief, title }) => [id, brief ?? title]),
    ),
    criterion: new Map(areas.flatMap((area) => area.criteria ?? []).map(({ id, title }) => [id, title])),
    grade: new Map(
      (framework?.scales ?? [])
        .flatMap((scale) => scale.grades)
        .map(({ id, words, title }) => [id, words ?? withinSentence(title)]),
    ),
    rule: new Map(
      [...(framework?.limiters ?? []), ...(framework?.facts ?? [])].map(({ id, title }) => [id, title]),
    ),
  };
  read.set(record, titles);
  return titles;
}

/** What the ids of a draft are called, by every framework that it adopted; an unknown id loses its hyphens. */
export function recordTitlesOf(graph: RecordGraph): RecordTitles {
  const all = graph.entries
    .filter(({ record }) => record.type === frameworkAdopted.type)
    .map(({ record }) => titlesIn(record))
    .reverse();
  const known = (kind: keyof RecordTitles, id: string): string | undefined =>
    all.map((titles) => titles[kind].get(id)).find((title) => title !== undefined);
  const look = (kind: keyof RecordTitles) => (id: string) => known(kind, id) ?? id.replaceAll(/[-.]/g, ' ');
  return {
    place: look('place'),
    criterion: look('criterion'),
    grade: look('grade'),
    rule: (id) => known('rule', id) ?? ownRuleWords(id),
  };
}
