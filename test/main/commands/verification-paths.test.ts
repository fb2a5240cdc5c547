import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { services } from '../../../src/main/composition/calls.ts';
import { renderExport } from '../../../src/main/application/documents/export-draft.ts';
import { renderCertificate } from '../../../src/main/application/finalising/export-certificate.ts';
import { makeRedactedCopy } from '../../../src/main/application/finalising/redact-copy.ts';
import { AttackedGround } from '../../attacks/attacked-ground.ts';
import { giveReasonsAsked } from '../give-reasons-asked.ts';
import { need } from '../running-scope.ts';
import { verifyAlone } from '../standalone-verifier.ts';

const ground = new AttackedGround();
let folder: string;
let carried: string;
let redacted: string;
let sealing: { readonly chair: string; readonly lead: string };
const printed: string[] = [];
/** Who stands on the path besides the approver; neither wrote the judgment, and the second wrote nothing in the draft. */
let path: readonly { readonly person: string; readonly record: string }[];

/** The owner administers and compared the phrase with the stranger, who compared it with the chair, who approves; a lead seals. */
beforeAll(async () => {
  await ground.build();
  const chair = ground.copyWith('chair', 'open');
  const { profile: leadsProfile } = ground.copyWith('lead', 'open');
  ({ folder } = chair);
  const { draft } = ground;
  await ground
    .attacker('owner', folder)
    .writeCard('person.verified', { person: await ground.idOf('stranger') });
  await ground
    .attacker('stranger', folder)
    .writeCard('person.verified', { person: await ground.idOf('chair') });
  const approving = await ground.reopened(chair.profile, folder);
  const { state } = need(await services.openDraft(approving.scope, { draft }));
  const { approvable: approved } = state.finalising;
  need(await services.approveJudgment(approving.scope, { draft, approved, note: '' }));
  approving.app.release();
  sealing = { chair: chair.profile, lead: leadsProfile };
  const { scope, app } = await ground.reopened(leadsProfile, folder);
  await giveReasonsAsked(scope, draft);
  need(await services.sealJudgment(scope, { draft }));
  const sealed = need(await services.openDraft(scope, { draft })).state;
  path = sealed.finalising.approvals.at(-1)?.path ?? [];
  carried = join(folder, 'carried.judgment');
  writeFileSync(carried, need(await renderExport(scope, { draft, format: 'judgment' })).bytes);
  redacted = join(folder, 'redacted.judgment');
  const copy = { purpose: 'publication' as const, recipient: 'The public', notes: [], terms: [] };
  writeFileSync(redacted, need(await makeRedactedCopy(scope, { draft, ...copy })).bytes);
  const audit = { draft, format: 'html', document: 'audit' } as const;
  for (const made of [
    await renderCertificate(scope, { draft, format: 'html' }),
    await renderExport(scope, audit),
  ])
    printed.push(new TextDecoder().decode(need(made).bytes));
  app.release();
}, 120_000);
afterAll(() => {
  ground.remove();
}, 120_000);

describe('an approval that cites how its approver was verified', () => {
  it('cites the path that the folder has', async () => {
    expect(path.map(({ person }) => person)).toEqual([
      await ground.idOf('owner'),
      await ground.idOf('stranger'),
    ]);
  });

  it('holds, to both verifiers, in the workspace and in the draft’s folder', async () => {
    const [name = ''] = readdirSync(join(folder, 'drafts'));
    for (const place of [folder, join(folder, 'drafts', name)]) {
      const verdict = { ok: true, sealed: true, paths: [] };
      expect(await ground.verdict(place)).toMatchObject({ ...verdict, alone: verdict });
    }
  });

  it('is said after the approver in the certificate and in the audit trail', () => {
    for (const document of printed)
      expect(document).toContain('key verified independently by stranger, who was verified by owner');
  });

  it('leaves one thing open in a file of its records, which lacks the workspace’s log', async () => {
    const verdict = { ok: true, sealed: true, paths: ['approval-path-office-unknown'] };
    expect(await ground.verdict(carried)).toMatchObject({ ...verdict, alone: verdict });
  });

  it('is not to be read from a redacted copy, and nothing is told of it there', async () => {
    const verdict = { ok: true, sealed: true, paths: [] };
    expect(await ground.verdict(redacted)).toMatchObject({ ...verdict, alone: verdict });
  });

  it('is told of by both verifiers where somebody vouches for whom they never compared a phrase with', async () => {
    const setAside = async (place: string): Promise<readonly number[]> => [
      (await ground.verdict(place)).problems.filter((problem) => problem === 'notice set-aside').length,
      (await verifyAlone(place)).notices.filter((notice) => notice.endsWith('set-aside')).length,
    ];
    const copy = ground.copy('open');
    const before = await setAside(copy);
    const person = await ground.idOf('lead');
    await ground.attacker('inspector', copy).writeCard('person.vouched', { person });
    expect(await setAside(copy)).toEqual(before.map((number) => number + 1));
  });

  it('takes the logs of everybody on the path along', () => {
    for (const file of [carried, redacted])
      for (const { record } of path) expect(readFileSync(file, 'utf8')).toContain(`"id":"${record}"`);
  });

  it('is printed alike by both verifiers, with roles, reopenings, reasons and counts, to be matched with a certificate', async () => {
    const seen = async (path: string): Promise<readonly string[]> => {
      const printed = await ground.printed(path);
      expect(printed.alone).toEqual(printed.ours);
      return printed.ours.map((line) => line.trim().replaceAll(/, \d{4}-\d\d-\d\dT.*Z/gu, ''));
    };
    const independently = 'key verified independently by stranger, who was verified by owner';
    expect(await seen(folder)).toEqual([
      expect.stringMatching(/^workspace {2}\d+ records$/u),
      expect.stringMatching(/^seal {2}[0-9a-f]{64}$/u),
      expect.stringMatching(/^words {2}(?:[a-z]{5} ?){8}$/u),
      'signed by  lead, lead inspector, key verified by nobody',
      'approved by  Gareth Oakes, quality assurance, registration Social Work England SW11740, key verified by nobody',
      `approved by  chair, chair, ${independently}`,
      expect.stringMatching(/^by reason {2}factual-accuracy: .* \(.*\)$/u),
      expect.stringMatching(/^by reason {2}interests: .* \(.*\)$/u),
      expect.stringMatching(/^by reason {2}verified-signatories: .* \(.*\)$/u),
      expect.stringMatching(/^holds {2}\d+ records: 67 notes, 7 revisions, 1 round of independent grades, /u),
    ]);
    expect(await seen(redacted)).toContain(
      'approved by  chair, chair, key verified by stranger (what it approved is not in this copy)',
    );
    expect(await seen(redacted)).toContain('by reason  not in this copy');
    expect(await seen(carried)).toContain(
      'approved by  chair, chair, key verified by stranger, who was verified by owner, of whom it cannot be said here whether they administer the workspace',
    );
    await reopenedAndSealed();
    expect(await seen(folder)).toContainEqual(
      expect.stringMatching(
        /^reopened {2}\S+Z, proposed by chair, confirmed by lead: A date was wrong \(second line\)$/u,
      ),
    );
  });
});

/** The chair proposes, the lead confirms and changes a text, the chair approves and the lead seals. */
async function reopenedAndSealed(): Promise<void> {
  const { draft } = ground;
  const chair = await ground.reopened(sealing.chair, folder);
  need(await services.proposeReopening(chair.scope, { draft, reason: 'A date was wrong\n (second line)' }));
  const lead = await ground.reopened(sealing.lead, folder);
  const { proposals } = need(await services.openDraft(lead.scope, { draft })).state.finalising;
  need(await services.reopenJudgment(lead.scope, { draft, proposal: proposals[0]?.record ?? '' }));
  const { narratives } = need(await services.openDraft(lead.scope, { draft })).state;
  const [[section, open] = ['', []]] = Object.entries(narratives);
  const text = `${open[0]?.value ?? ''}\n\nThe date is right now.`;
  const narrative = { section, text, over: open.map(({ record }) => record) };
  need(
    await services.saveRevision(lead.scope, {
      ...{ draft, reason: 'The date', narratives: [narrative], grades: [], improvements: null },
    }),
  );
  const { reasons } = need(await services.openDraft(lead.scope, { draft })).state;
  for (const [rule, given] of Object.entries(reasons)) {
    const over = given.map(({ record }) => record);
    need(await services.giveReason(lead.scope, { draft, rule, reason: 'As before', over }));
  }
  const { approvable } = need(await services.openDraft(chair.scope, { draft })).state.finalising;
  need(await services.approveJudgment(chair.scope, { draft, approved: [...approvable], note: '' }));
  need(await services.sealJudgment(lead.scope, { draft }));
  chair.app.release();
  lead.app.release();
}
