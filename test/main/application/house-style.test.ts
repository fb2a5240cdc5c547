import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { beginDraft } from '../../../src/main/application/draft/begin-draft.ts';
import { draftDocument } from '../../../src/main/application/documents/draft-documents.ts';
import {
  renderDocument,
  type DocumentFormat,
} from '../../../src/main/application/documents/render-document.ts';
import { services } from '../../../src/main/composition/calls.ts';
import type { StyleSetBody } from '../../../src/shared/workspace/style-set.ts';
import { need, ownFolder, run, settle } from '../running-scope.ts';

const own = ownFolder();
let turn = 0;
let ada: ReturnType<typeof run>;
let team = '';
let draft = '';

beforeEach(async () => {
  turn += 1;
  team = join(own.path, `team-${turn}`);
  mkdirSync(team);
  ada = run(join(own.path, `ada-${turn}`));
  await settle(ada, 'Ada', team, true);
  const details = { provider: 'Northmere', kind: 'standard inspection', framework: 'ilacs-2026' };
  const days = { start: '2026-05-25', end: '2026-06-05' };
  ({ draft } = need(await beginDraft(ada.scope, { ...details, ...days, recoveryOwner: null })));
});
afterAll(own.remove);

/** One black point: the smallest PNG there is. */
const point = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';
const style: StyleSetBody = {
  logo: { png: point, alternative: 'Northshire Inspectorate' },
  accent: '#0b3d60',
  about: 'Two inspectors were here.\n\nThey came unannounced.',
  complaints: 'Write to the complaints officer.',
  contact: '1 High Street\nNorthton',
};

async function printed(format: DocumentFormat, who = ada): Promise<string> {
  const { document } = need(await draftDocument(who.scope, draft, 'report'));
  const bytes = need(await renderDocument(who.scope, document, format));
  if (format !== 'docx') return new TextDecoder().decode(bytes);
  const parts = Object.entries(unzipSync(bytes));
  return parts.map(([name, part]) => `${name} ${strFromU8(part)}`).join('\n');
}

async function logo(bytes: Uint8Array) {
  const { grant } = ada.app.grants.grantBytes('logo.png', bytes);
  return services.readLogo(ada.scope, { file: grant });
}

describe('the house style of a team', () => {
  it('says nothing of its own until somebody sets it', async () => {
    const view = need(await services.readHouseStyle(ada.scope, {}));
    expect(view).toMatchObject({ style: { logo: null, contact: '' }, by: '', administers: true });
    expect(view.ships.complaints).toContain('can complain');
    expect(await printed('html')).not.toContain('Contact');
  });

  it.each(['html', 'docx', 'md'] as const)(
    'stands in every report that is made since, as %s',
    async (format) => {
      need(await services.setHouseStyle(ada.scope, style));
      const text = await printed(format);
      for (const words of [
        'Two inspectors were here.',
        'They came unannounced.',
        'Write to the complaints officer.',
        'Northton',
      ])
        expect(text).toContain(words);
      expect(text).not.toContain('by its published procedure');
      if (format !== 'md') expect(text).toMatch(/0b3d60/iu);
      if (format === 'html') expect(text).toContain(`base64,${point}" alt="Northshire Inspectorate"`);
      // A line's height with no rule is exact to some programs: it would cut the logo off.
      if (format === 'docx') expect(text).not.toMatch(/w:line="\d+"(?! w:lineRule="auto")/u);
      if (format === 'docx')
        expect(text).toMatch(
          /word\/media\/[^\n]*PNG[\s\S]*descr="Northshire Inspectorate"|descr="Northshire Inspectorate"[\s\S]*word\/media\//u,
        );
    },
  );

  it('is everybody’s in the workspace, and an administrator’s to set', async () => {
    need(await services.setHouseStyle(ada.scope, style));
    const ben = run(join(own.path, `ben-${turn}`));
    await settle(ben, 'Ben', team, false);
    expect(await printed('html', ben)).toContain('Northton');
    const view = need(await services.readHouseStyle(ben.scope, {}));
    expect([view.style, view.by, view.administers]).toEqual([style, 'Ada', false]);
    expect(await services.setHouseStyle(ben.scope, { ...style, about: '' })).toMatchObject({
      error: { code: 'not-allowed' },
    });
  });

  it('is the last word whole: what is left empty is as it ships', async () => {
    need(await services.setHouseStyle(ada.scope, style));
    const nothing = { logo: null, accent: null, about: '', complaints: '', contact: '' };
    need(await services.setHouseStyle(ada.scope, nothing));
    const text = await printed('html');
    expect(text).toContain('by its published procedure');
    expect(text).not.toMatch(/<img|0b3d60|Northton/u);
    expect(await services.setHouseStyle(ada.scope, nothing)).toMatchObject({
      error: { code: 'out-of-date' },
    });
  });

  it.each([
    ['#ffff00', false],
    ['#767676', true],
    ['#777777', false],
  ])('takes a colour that can be read on white: %s', async (accent, isTaken) => {
    expect((await services.setHouseStyle(ada.scope, { ...style, accent })).ok).toBe(isTaken);
  });

  const png = Buffer.from(point, 'base64');
  const wide = Buffer.from(png);
  wide.writeUInt32BE(5000, 16);
  it.each([
    ['a PNG', png, null],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, ...new Array<number>(40).fill(0)]), 'unreadable'],
    ['a file cut short', png.subarray(0, 12), 'unreadable'],
    ['one wider than any page', wide, 'too-large'],
    ['one of 300 kB', Buffer.concat([png, Buffer.alloc(300_000)]), 'too-large'],
  ])('takes as a logo: %s', async (_what, bytes, code) => {
    const read = await logo(bytes);
    if (code === null) expect(need(read).png).toBe(point);
    else expect(read).toMatchObject({ error: { code } });
  });
});
