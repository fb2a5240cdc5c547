import type { Running } from '../../main/running-scope.ts';
import { need } from '../../main/running-scope.ts';
import { madeNotes, seeded } from '../search/made-notes.ts';
import { composeDraft } from '../../../src/main/application/draft/compose-draft.ts';
import type { LaterIntent } from '../../../src/main/application/session/later-intent.ts';
import { evidenceLinked } from '../../../src/shared/evidence/evidence-linked.ts';
import { evidenceNoted } from '../../../src/shared/evidence/evidence-noted.ts';
import { evidenceKindSchema } from '../../../src/shared/values/evidence-kind.ts';
import type { Framework } from '../../../src/shared/framework/framework-schema.ts';

/** Criteria of the one area of a draft that is measured. */
export const criteria = 30;

/** A draft that is measured. */
export interface NotedDraft {
  readonly draft: string;
  readonly notes: readonly string[];
}

/** ILACS 2026 with all its criteria, and more, in one area: thirty of them. */
function largeFramework(frameworks: readonly Framework[]): Framework {
  const base = frameworks.find((framework) => framework.id === 'ilacs-2026');
  if (base === undefined) throw new Error('ILACS 2026 does not ship');
  const all = base.areas.flatMap((area) => area.criteria);
  const areas = base.areas.map((area, at) =>
    at > 0
      ? area
      : {
          ...area,
          criteria: Array.from({ length: criteria }, (_, index) => {
            const one = all[index % all.length];
            if (one === undefined) throw new Error('ILACS 2026 has no criteria');
            return { ...one, id: `c-${index + 1}` };
          }),
        },
  );
  return { ...base, id: 'large', areas: areas.slice(0, 1), aggregations: [], limiters: [] };
}

/** A draft of so many notes in the open workspace, each linked to one of thirty criteria, or of the first so many. */
export async function composeNotes(
  running: Running,
  count: number,
  linkedTo = criteria,
): Promise<NotedDraft> {
  const framework = largeFramework(await running.scope.ports.resources.frameworks());
  const next = seeded(11);
  const notes: string[] = [];
  const more = [...madeNotes(count)].flatMap(({ kind, day, text }, at): LaterIntent[] => [
    () =>
      evidenceNoted.write({
        code: `CT-${String(at + 1).padStart(4, '0')}`,
        kind: evidenceKindSchema.parse(kind),
        source: `Source ${at % 40}`,
        when: `${day}T10:00`,
        direction: 'neutral',
        text,
      }),
    (earlier) => {
      const note = earlier.at(-1)?.id ?? '';
      notes.push(note);
      return evidenceLinked.write({
        note,
        criterion: `c-${1 + Math.floor(next() * linkedTo)}`,
        direction: next() < 0.6 ? 'for' : 'against',
        over: [],
      });
    },
  ]);
  const { draft } = need(
    await composeDraft(running.scope, {
      framework,
      details: [{ name: 'provider', value: 'Northmere' }],
      recoveryOwner: null,
      demonstration: false,
      more,
    }),
  );
  return { draft, notes };
}
