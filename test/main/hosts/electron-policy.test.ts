import { describe, expect, it } from 'vitest';
import {
  isOwnPage,
  isPermitted,
  isTrustedFrame,
  ownFile,
  windowBounds,
} from '../../../src/main/hosts/electron/window-policy.ts';
import { WindowRecovery } from '../../../src/main/hosts/electron/window-recovery.ts';

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

  it.each([
    ['crashed', 'load-again'],
    ['oom', 'load-again'],
    ['abnormal-exit', 'load-again'],
    ['clean-exit', 'leave'],
    ['killed', 'leave'],
  ] as const)('answers a page that ended as %s: %s', (reason, next) => {
    expect(new WindowRecovery(() => 0).afterEnd(reason)).toBe(next);
  });

  it('loads a page again three times a minute, and after a quiet minute as before', () => {
    let now = 0;
    const recovery = new WindowRecovery(() => now);
    const ends = [0, 1_000, 2_000, 3_000, 64_000].map((at) => {
      now = at;
      return recovery.afterEnd('crashed');
    });
    expect(ends).toEqual(['load-again', 'load-again', 'load-again', 'give-up', 'load-again']);
  });
});
