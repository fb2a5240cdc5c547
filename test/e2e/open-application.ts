import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { tabTo } from './tab-to.ts';

/** The repository. */
export const root = join(import.meta.dirname, '..', '..');

/** How large a window is, in CSS px, and in which theme. */
export interface WindowLook {
  readonly size: { readonly width: number; readonly height: number };
  readonly theme: 'light' | 'dark';
  /** The files that the system gives it to open. */
  readonly files?: readonly string[];
}

/** The application as people see it, in whichever host runs the specifications. */
export interface OpenApplication {
  readonly page: Page;
  /** Answers a question for a folder: `walk` goes through the browser host's own dialog by keyboard. */
  readonly chooseFolder: (how: {
    readonly ask: () => Promise<void>;
    readonly path: string;
    readonly walk: () => Promise<void>;
  }) => Promise<void>;
  /** Answers a question for files. */
  readonly chooseFiles: (how: {
    readonly ask: () => Promise<void>;
    readonly paths: readonly string[];
  }) => Promise<void>;
  /** Ends that process alone and leaves its window; null where the window cannot outlive it. */
  readonly endHost: (() => Promise<void>) | null;
  /** Lets that process stand still, as a busy computer would, until what it answers with is called; null likewise. */
  readonly holdHost: (() => () => void) | null;
  /** Starts that process again on the same profile, as its icon does, with a new window beside the old; null likewise. */
  readonly startHostAgain: (() => Promise<Page>) | null;
  /** Ends the process that holds the records without a word, as a power cut would, and its window. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A folder of one test's own: home, profile and workspaces, thrown away after. */
export async function ownFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'plumbline-e2e-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Introduces a person by keyboard on the first screen. */
export async function introduce(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  await page.getByLabel('Name').focus();
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Senior inspector');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Open a workspace' }).waitFor();
}

/** Introduces a person and opens the sample's draft on its evidence, by keyboard. */
export async function openSample(page: Page, name: string): Promise<void> {
  await introduce(page, name);
  await tabTo(page, /Open the sample inspection/);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Northbrook/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
}
