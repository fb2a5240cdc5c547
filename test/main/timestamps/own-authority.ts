import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const settings = `
[req]
distinguished_name = name
[name]
[stamping]
extendedKeyUsage = critical,timeStamping
[tsa]
serial = SERIAL
default_policy = 1.2.3.4.1
digests = sha256
signer_digest = sha256
`;

/** A time-stamping authority of one test's own, made with openssl; null where openssl is not here. */
export function ownAuthority(): {
  readonly answer: (request: Uint8Array) => Uint8Array;
  readonly describe: (request: Uint8Array) => string;
  readonly remove: () => void;
} | null {
  if (spawnSync('openssl', ['version']).status !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-tsa-'));
  const at = (name: string): string => join(folder, name);
  const run = (...given: string[]): string => {
    const ran = spawnSync('openssl', given, { encoding: 'utf8', cwd: folder });
    if (ran.status !== 0) throw new Error(`openssl ${given[0] ?? ''}: ${ran.stderr}`);
    return ran.stdout;
  };
  writeFileSync(at('serial'), '01\n');
  writeFileSync(at('openssl.cnf'), settings.replace('SERIAL', at('serial')));
  const key = ['-newkey', 'rsa:2048', '-nodes', '-keyout', at('key.pem')];
  const certificate = ['-out', at('authority.pem'), '-days', '30', '-subj', '/CN=Test time authority'];
  run('req', '-x509', ...key, ...certificate, '-config', at('openssl.cnf'), '-extensions', 'stamping');
  return {
    answer: (request) => {
      writeFileSync(at('request.tsq'), request);
      const signs = ['-signer', at('authority.pem'), '-inkey', at('key.pem'), '-out', at('response.tsr')];
      const from = ['-queryfile', at('request.tsq'), '-config', at('openssl.cnf'), '-section', 'tsa'];
      run('ts', '-reply', ...from, ...signs);
      return new Uint8Array(readFileSync(at('response.tsr')));
    },
    describe: (request) => {
      writeFileSync(at('request.tsq'), request);
      return run('ts', '-query', '-in', at('request.tsq'), '-text');
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
