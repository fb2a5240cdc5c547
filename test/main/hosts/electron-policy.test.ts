import { describe, expect, it } from 'vitest';
import { isOwnPage, isTrustedFrame, ownFile } from '../../../src/main/hosts/electron/navigation-policy.ts';
import { isPermitted } from '../../../src/main/hosts/electron/permission-table.ts';
import { windowBounds } from '../../../src/main/hosts/electron/window-bounds.ts';

const foreign = [
  'https://plumbline/',
  'app://plumbline.evil.example/',
  'app://evil.example/plumbline',
  'app://user@plumbline/',
  'app://plumbline:80/',
  'app:plumbline',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'about:blank',
  'APP://plumbline.x/',
  '',
  'not an address',
];

describe('the policy of the Electron host', () => {
  it.each(foreign)('keeps windows from %j', (address) => {
    expect(isOwnPage(address)).toBe(false);
    expect(isTrustedFrame({ url: address, parent: null })).toBe(false);
    expect(ownFile(address)).toBeNull();
  });

  it('trusts the main frame of its own pages, and no frame inside', () => {
    expect(isTrustedFrame({ url: 'app://plumbline/#/write', parent: null })).toBe(true);
    expect(isTrustedFrame({ url: 'app://plumbline/', parent: {} })).toBe(false);
    expect(isTrustedFrame(null)).toBe(false);
  });

  it.each([
    ['app://plumbline/', 'index.html'],
    ['app://plumbline/assets/a.js', 'assets/a.js'],
    ['app://plumbline/../../etc/passwd', 'etc/passwd'],
    ['app://plumbline/%2e%2e/%2e%2e/etc/passwd', 'etc/passwd'],
    ['app://plumbline/..%2fetc/passwd', null],
    ['app://plumbline/a%5c..%5cb', null],
    ['app://plumbline/%00', null],
    ['app://plumbline/%zz', null],
  ])('reads %s below the renderer alone', (address, file) => {
    expect(ownFile(address)).toBe(file);
  });

  it.each([
    'media',
    'geolocation',
    'notifications',
    'openExternal',
    'clipboard-read',
    'anything new',
    'toString',
    '__proto__',
  ])('refuses the permission %s', (permission) => {
    expect(isPermitted(permission)).toBe(false);
  });

  it.each([null, {}, { width: 1e9, height: 900 }, { width: '1440', height: 900 }, { width: 10, height: 10 }])(
    'opens a window that can be seen, whatever was kept: %j',
    (kept) => {
      expect(windowBounds(kept)).toEqual({ width: 1440, height: 900 });
    },
  );
});
