import { unverifiedRule } from '../../../shared/finalising/judgment-approved.ts';
import type { z } from 'zod';
import { introducePerson } from '../people/introduce-person.ts';
import { SampleHistory, type SampleAuthor } from './sample-authors.ts';
import { SampleHappenings } from './sample-happenings.ts';
import { addSamplePanel } from './sample-panel.ts';
import { samplePanel } from './sample-panel-source.ts';
import { readSampleRevision } from './sample-revision.ts';
import { sampleEvidence, sampleInspection, sampleMarks } from './sample-source.ts';
import type { Scope } from '../session/session.ts';
import type { Ports } from '../../ports/ports.ts';
import type { StorageFault, Workspace } from '../../ports/storage-ports.ts';
import { roleGranted } from '../../../shared/people/role-granted.ts';
import { detailsSet } from '../../../shared/draft/details-set.ts';
import { plainJson } from '../../../shared/records/strict-json.ts';
import { detailNames } from '../../../shared/draft/detail-names.ts';
import { frameworkAdopted } from '../../../shared/framework/framework-adopted.ts';
import { draftBegun } from '../../../shared/draft/draft-begun.ts';
import type { Framework } from '../../../shared/framework/framework-schema.ts';
import { frameworkHash } from '../../../shared/framework/framework-hash.ts';
import { gradingOrder } from '../../../shared/moderation/grading-order.ts';
import type { Result } from '../../../shared/result.ts';

const revisionCount = 7;

/**
 * Builds the sample inspection from its readable source into a workspace: people with keys of their own, evidence,
 * links, marks and revisions in the order of their times. `reader` is given the role of a lead, and `colleague`, where
 * there is one, that of quality assurance.
 */
export async function buildSample(
  ports: Ports,
  workspace: Workspace,
  reader: string,
  colleague: string | null = null,
): Promise<Result<{ draft: string }, StorageFault>> {
  const inspection = sampleInspection.parse(JSON.parse(await ports.resources.sampleText('inspection.json')));
  const evidence = sampleEvidence.parse(JSON.parse(await ports.resources.sampleText('evidence.json')));
  const marks = sampleMarks.parse(JSON.parse(await ports.resources.sampleText('marks.json')));
  const panel = samplePanel.parse(JSON.parse(await ports.resources.sampleText('panel.json')));
  const framework = (await ports.resources.frameworks()).find(
    (framework) => framework.id === inspection.framework,
  );
  if (framework === undefined)
    throw new Error(`the sample stands under an unknown framework: ${inspection.framework}`);
  const authors = await introduceAll(ports, workspace, inspection.people, inspection.begun);
  const author = (id: string): SampleAuthor => {
    const found = authors.get(id);
    if (found === undefined) throw new Error(`the sample has no person ${id}`);
    return found;
  };
  const graded = framework.areas.filter((area) => area.scale !== null).map((area) => area.id);
  const history = new SampleHistory(ports);
  await beginSample(history, { inspection, framework, author, reader, colleague, ports });
  const happenings = new SampleHappenings(history);
  for (const note of evidence.notes) happenings.note(note);
  for (const mark of marks.marks) happenings.mark(mark);
  for (const fit of marks.fits) happenings.fit(fit);
  for (let number = 1; number <= revisionCount; number += 1) {
    const text = await ports.resources.sampleText(`revisions/${number}.md`);
    happenings.revision(readSampleRevision(text, framework));
  }
  addSamplePanel(panel, {
    ports,
    history,
    happenings,
    author,
    areas: gradingOrder(framework, graded),
  });
  // Over the text as it stands at the end: a reason lapses with what is written after it.
  happenings.reason({
    by: leadOf(inspection),
    at: inspection.approval.at,
    rule: 'factual-accuracy',
    reason: 'The authority of this sample is fictional: there is nobody to send the draft to.',
  });
  happenings.approval(inspection.approval);
  happenings.reason({
    by: leadOf(inspection),
    at: inspection.approval.at,
    rule: unverifiedRule,
    reason: 'The people of this sample are fictional: nobody can compare a phrase with them.',
  });
  for (const { by, write } of happenings.inOrder()) await write(author(by));
  return history.write(workspace, 'northbrook');
}

/** What the sample is begun with. */
interface SampleBeginning {
  readonly inspection: z.infer<typeof sampleInspection>;
  readonly framework: Framework;
  readonly author: (id: string) => SampleAuthor;
  readonly reader: string;
  readonly colleague: string | null;
  readonly ports: Ports;
}

function leadOf({ people }: SampleBeginning['inspection']): string {
  return people.find((person) => person.roles.includes('lead'))?.id ?? '';
}

async function beginSample(
  history: SampleHistory,
  { inspection, framework, author, reader, colleague, ports }: SampleBeginning,
): Promise<void> {
  const lead = author(leadOf(inspection));
  const { begun } = inspection;
  await history.add(
    lead,
    begun,
    draftBegun.write({
      nonce: ports.random.hex(16),
      recoveryOwner: reader,
      demonstration: false,
    }),
  );
  await history.add(
    lead,
    begun,
    frameworkAdopted.write({
      hash: frameworkHash(framework, ports.crypto.sha256),
      framework: plainJson(framework),
      over: [],
    }),
  );
  const { provider, kind, start, end, leadInspector } = inspection;
  const details = { provider, kind, start, end, leadInspector, stage: 'moderation' };
  await history.add(
    lead,
    begun,
    detailsSet.write({
      writes: detailNames.flatMap((name) =>
        name === 'published' || name === 'inspectorate' ? [] : [{ name, value: details[name], over: [] }],
      ),
    }),
  );
  for (const person of inspection.people) {
    for (const role of person.roles)
      await history.add(lead, begun, roleGranted.write({ person: author(person.id).person, role }));
  }
  await history.add(lead, begun, roleGranted.write({ person: reader, role: 'lead' }));
  if (colleague !== null)
    await history.add(lead, begun, roleGranted.write({ person: colleague, role: 'qa' }));
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
      jobs: new Map(),
    };
    await introducePerson(scope, { name, post, registration, years });
    const self = await keys.self();
    if (self === null) throw new Error('a person of the sample could not be made');
    await workspace.appendPerson(self.person, await keys.cardLines());
    authors.set(id, { person: self.person, device: self.device, keys });
  }
  return authors;
}
