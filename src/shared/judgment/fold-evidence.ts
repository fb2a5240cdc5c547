import type { DescriptorMark, EvidenceLink } from '../evidence/evidence-state.ts';
import { linkField, markField } from '../evidence/evidence-fields.ts';
import type { FoldStep } from '../records/fold-step.ts';
import { kindInName } from '../records/name-key.ts';
import type { OpenValues } from '../records/open-values.ts';
import type { NotesStep } from './fold-notes.ts';

type LinkValues = ReturnType<typeof linkField.of>;

/** Links by their open values, which are replaced and never change: a link that nobody wrote stays the same object. */
const links = new WeakMap<LinkValues, EvidenceLink>();

function linkOf(name: string, values: OpenValues): EvidenceLink | null {
  const parts = linkField.partsOf(name);
  if (parts === null) return null;
  const open = linkField.of(values, parts);
  const latest = open.at(-1)?.value ?? null;
  const link = links.get(open) ?? {
    ...parts,
    values: open.map((write) => ({ ...write, value: write.value?.direction ?? null })),
    strength: latest?.strength ?? null,
    passage: latest?.passage ?? null,
  };
  links.set(open, link);
  return link;
}

/**
 * Notes held against criteria, in the order in which they were first linked, of the notes that there are; a link that was
 * taken away stands with the value none, to be written over. A record costs the links that it writes.
 */
export function linksStep(notes: NotesStep): FoldStep<readonly EvidenceLink[]> {
  const written = new Set<string>();
  const places = new Map<string, number>();
  let all: readonly EvidenceLink[] = [];
  let shown = all;
  let isAll = true;
  let recounts = 0;
  return {
    add: ({ event }) => {
      for (const { field } of event?.writes ?? [])
        if (kindInName(field) === linkField.kind) written.add(field);
    },
    read: (context) => {
      notes.read(context);
      const isCounted = recounts === notes.recounts();
      if (isCounted && written.size === 0) return shown;
      const next = [...all];
      for (const name of written) {
        const link = linkOf(name, context.values);
        if (link === null) continue;
        const at = places.get(name) ?? next.length;
        places.set(name, at);
        next[at] = link;
        isAll &&= notes.has(link.note);
      }
      written.clear();
      recounts = notes.recounts();
      all = next;
      isAll &&= isCounted;
      shown = isAll ? all : all.filter((link) => notes.has(link.note));
      return shown;
    },
  };
}

/** Every person's mark of every descriptor. */
export function foldMarks(values: OpenValues): readonly DescriptorMark[] {
  return markField.all(values).map(({ parts, values: open }) => ({ ...parts, values: open }));
}
