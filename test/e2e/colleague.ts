import type { Page } from 'playwright-core';
import { services } from '../../src/main/composition/calls.ts';
import { listDrafts } from '../../src/main/application/workspace/list-drafts.ts';
import { openDraft } from '../../src/main/application/window/open-draft.ts';
import { need, run, settle, type Running } from '../main/running-scope.ts';
import { tabTo } from './tab-to.ts';

/** A second person with a profile of their own, who shares the folder of the workspace that a window has open. */
export async function colleagueIn(folder: string, profile: string, name: string): Promise<Running> {
  const colleague = run(profile);
  await settle(colleague, name, folder, false);
  return colleague;
}

/** Gives a person the role of quality assurance on the People screen, by keyboard. */
export async function giveQualityAssurance(page: Page, name: string): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  const select = page.getByLabel(`Give ${name} a role`);
  await select.waitFor();
  await tabTo(page, new RegExp(`Give ${name} a role`, 'u'));
  await page.keyboard.type('Quality');
  // Letters go to the list of roles while it has the focus.
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: `Take the role Quality assurance from ${name}` }).waitFor();
  await tabTo(page, new RegExp(`from ${name}|Back up|Correct`, 'u'));
}

/** The colleague approves the only draft of the workspace as it stands. */
export async function approveAs(colleague: Running): Promise<void> {
  const [row] = need(await listDrafts(colleague.scope));
  const draft = row?.draft ?? '';
  const { state } = need(await openDraft(colleague.scope, { draft }));
  const approved = [...state.finalising.approvable];
  need(
    await services.approveJudgment(colleague.scope, { draft, approved, note: 'Read against the evidence' }),
  );
}

/** Gives the reason that a gate of the Finalise screen asks for, by keyboard. */
export async function giveReason(page: Page, gate: string, reason: string): Promise<void> {
  await tabTo(page, new RegExp(gate, 'u'));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: gate }).waitFor();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: gate });
  await dialog.waitFor();
  await tabTo(page, /Reason/u);
  await page.keyboard.type(reason);
  await tabTo(page, /Record the reason/u);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
}
