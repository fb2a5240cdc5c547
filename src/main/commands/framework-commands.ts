import { readFile } from 'node:fs/promises';
import { cliScope, type CliPlace } from './cli-scope.ts';
import { Unreadable, type Said } from './cli-output.ts';
import { checkFramework } from '../../shared/domain/framework/check-framework.ts';

/** `frameworks`: those that ship. */
export async function listFrameworks(place: CliPlace): Promise<Said> {
  const { app, scope } = cliScope(place);
  try {
    const all = await scope.ports.resources.frameworks();
    const json = all.map(({ id, title, valid, areas }) => ({
      id,
      title,
      valid,
      areas: areas.map((area) => area.id),
    }));
    return {
      json,
      text: json
        .map((one) => `${one.id}  ${one.title}  from ${one.valid.from} to ${one.valid.to ?? 'now'}`)
        .join('\n'),
      code: 0,
    };
  } finally {
    app.release();
  }
}

/** `frameworks check FILE`. */
export async function checkFrameworkFile(file: string): Promise<Said> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw new Unreadable(`${file} cannot be read as JSON. Nothing was changed.`);
  }
  const { ok, problems } = checkFramework(value);
  const text = ok
    ? 'The framework holds together.'
    : problems.map((problem) => `${problem.place}: ${problem.message}`).join('\n');
  return { json: { ok, problems }, text, code: ok ? 0 : 1 };
}
