import { introducePerson } from './introduce-person.ts';
import { SampleHistory, type SampleAuthor } from './sample-authors.ts';
import { readSampleRevision, type SampleRevision } from './sample-revision.ts';
import { sampleEvidence, sampleInspection, sampleMarks } from './sample-source.ts';
import type { Scope } from './session.ts';
import type { Ports, StorageFault, Workspace } from '../ports.ts';
import { codePrefix } from '../../shared/domain/evidence/code-prefix.ts';
import { frameworkHash } from '../../shared/domain/framework/framework-hash.ts';
import type { Result } from '../../shared/domain/result.ts';

/** One thing that happens in the sample, in order of time. */
interface Happening {
  readonly at: string;
  readonly by: string;
  readonly write: (author: SampleAuthor) => Promise<unknown>;
}

const revisionCount = 7;

/**
 * Builds the sample inspection from its readable source into a workspace: people with keys of their own, evidence,
 * links, marks and revisions in the order of their times. `reader` is given the role of a lead.
 */
export async function buildSample(
  ports: Ports,
  workspace: Workspace,
  reader: string,
): Promise<Result<{ draft: string }, StorageFault>> {
  const inspection = sampleInspection.parse(JSON.parse(await ports.resources.sampleText('inspection.json')));
  const evidence = sampleEvidence.parse(JSON.parse(await ports.resources.sampleText('evidence.json')));
  const marks = sampleMarks.parse(JSON.parse(await ports.resources.sampleText('marks.json')));
  const framework = (await ports.resources.frameworks()).find((one) => one.id === inspection.framework);
  if (framework === undefined)
    throw new Error(`the sample stands under an unknown framework: ${inspection.framework}`);
  const authors = await introduceAll(ports, workspace, inspection.people, inspection.begun);
  const author = (id: string): SampleAuthor => {
    const found = authors.get(id);
    if (found === undefined) throw new Error(`the sample has no person ${id}`);
    return found;
  };
  const lead = author(inspection.people.find((one) => one.roles.includes('lead'))?.id ?? '');
  const history = new SampleHistory(ports);
  const { begun } = inspection;
  await history.add(lead, begun, 'draft.begun', {
    nonce: ports.random.hex(16),
    recoveryOwner: reader,
    demonstration: false,
  });
  await history.add(lead, begun, 'framework.adopted', {
    hash: frameworkHash(framework, ports.crypto.sha256),
    framework,
    over: [],
  });
  const { provider, kind, start, end, leadInspector } = inspection;
  const details = Object.entries({ provider, kind, start, end, leadInspector, stage: 'moderation' });
  await history.add(lead, begun, 'details.set', {
    writes: details.map(([name, value]) => ({ name, value, over: [] })),
  });
  for (const person of inspection.people) {
    for (const role of person.roles)
      await history.add(lead, begun, 'role.granted', { person: author(person.id).person, role });
  }
  await history.add(lead, begun, 'role.granted', { person: reader, role: 'lead' });

  const notes = new Map<string, string>();
  const latest = new Map<string, string>();
  const counts = new Map<string, number>();
  const over = (field: string): string[] => [latest.get(field) ?? []].flat();
  const happenings: Happening[] = [];
  for (const note of evidence.notes) {
    const { key, by, links, addenda = [], written, ...body } = note;
    happenings.push({
      at: written,
      by,
      write: async (writer) => {
        const prefix = codePrefix[note.kind];
        const count = (counts.get(prefix) ?? 0) + 1;
        counts.set(prefix, count);
        const code = `${prefix}-${String(count).padStart(3, '0')}`;
        notes.set(key, (await history.add(writer, written, 'evidence.noted', { ...body, code })).id);
      },
    });
    for (const link of links) {
      const at = link.at ?? written;
      happenings.push({
        at,
        by,
        write: (writer) =>
          history.add(writer, at, 'evidence.linked', {
            note: noteId(key),
            criterion: link.criterion,
            direction: link.direction,
            over: [],
          }),
      });
    }
    for (const addendum of addenda) {
      happenings.push({
        at: addendum.written,
        by: addendum.by,
        write: (writer) =>
          history.add(writer, addendum.written, 'addendum.written', {
            note: noteId(key),
            text: addendum.text,
          }),
      });
    }
  }
  for (const { by, at, ...mark } of marks.marks) {
    happenings.push({
      at,
      by,
      write: (writer) => history.add(writer, at, 'descriptor.marked', { ...mark, over: [] }),
    });
  }
  for (const { by, at, ...fit } of marks.fits) {
    const field = `fit/${fit.criterion}`;
    happenings.push({
      at,
      by,
      write: async (writer) =>
        latest.set(field, (await history.add(writer, at, 'best-fit.set', { ...fit, over: over(field) })).id),
    });
  }
  for (let number = 1; number <= revisionCount; number += 1) {
    const revision = readSampleRevision(
      await ports.resources.sampleText(`revisions/${number}.md`),
      framework,
    );
    happenings.push({ at: revision.at, by: revision.by, write: (writer) => saveRevision(writer, revision) });
  }
  for (const happening of happenings.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    await happening.write(author(happening.by));
  }
  return history.write(workspace, 'northbrook');

  function noteId(key: string): string {
    const id = notes.get(key);
    if (id === undefined) throw new Error(`the sample speaks of the note ${key} before it is written`);
    return id;
  }

  async function saveRevision(
    writer: SampleAuthor,
    { at, reason, sections, points }: SampleRevision,
  ): Promise<void> {
    const graded = sections.flatMap(({ section, grade }) =>
      grade === null ? [] : [{ area: section, value: { grade }, over: over(`grade/${section}`) }],
    );
    const record = await history.add(writer, at, 'revision.saved', {
      reason,
      narratives: sections.map(({ section, text }) => ({
        section,
        text,
        over: over(`narrative/${section}`),
      })),
      grades: graded,
      improvements:
        points === null
          ? null
          : {
              points: points.map((point, index) => ({
                id: `point-${index + 1}`,
                text: point.text,
                area: null,
                notes: point.notes.map(noteId),
              })),
              over: over('improvements'),
            },
      rest: [],
    });
    for (const { section } of sections) latest.set(`narrative/${section}`, record.id);
    for (const { area } of graded) latest.set(`grade/${area}`, record.id);
    if (points !== null) latest.set('improvements', record.id);
  }
}

async function introduceAll(
  ports: Ports,
  workspace: Workspace,
  people: readonly { id: string; name: string; post: string; registration: string; years: number }[],
  begun: string,
): Promise<ReadonlyMap<string, SampleAuthor>> {
  const authors = new Map<string, SampleAuthor>();
  for (const { id, name, post, registration, years } of people) {
    const keys = ports.makeKeys();
    const clock = { now: () => Date.parse(`${begun}:00Z`) };
    const scope: Scope = {
      ports: { ...ports, keys, clock, lockedBy: null },
      session: { window: 'sample', opened: null },
      queue: (work) => work(),
      cancelled: new Set(),
    };
    await introducePerson(scope, { name, post, registration, years });
    const self = await keys.self();
    if (self === null) throw new Error('a person of the sample could not be made');
    await workspace.appendPerson(self.person, await keys.cardLines());
    authors.set(id, { person: self.person, device: self.device, keys });
  }
  return authors;
}
