import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { cliScope, type CliPlace } from './cli-scope.ts';
import { need, tell, type Said } from './cli-output.ts';
import { runDemo, type DemoStep } from './demo-steps.ts';
import { verifyPath } from './verify-path.ts';
import { needFiles, needRoomForFolder } from './checked-paths.ts';
import { signAs } from './command-person.ts';
import { createWorkspace } from '../application/workspace/workspace-calls.ts';

/** `demo`: the whole job in a workspace of its own, kept where --out says, else thrown away after. */
export async function demoCommand(
  place: CliPlace,
  options: { report?: string; out?: string },
): Promise<Said> {
  if (options.report !== undefined) await needFiles([options.report]);
  if (options.out !== undefined) await needRoomForFolder(options.out);
  const temporary = await mkdtemp(join(tmpdir(), 'plumbline-demo-'));
  const folder = resolve(options.out ?? join(temporary, 'workspace'));
  const { app, scope } = cliScope({ ...place, profile: join(temporary, 'profile') });
  const steps: DemoStep[] = [];
  try {
    await signAs(scope, 'Demonstration');
    const { grant } = app.grants.grantFolder(folder);
    need(await createWorkspace(scope, { folder: grant, name: 'Demonstration' }));
    const report =
      options.report === undefined ? null : (await app.grants.grantFile(resolve(options.report))).grant;
    await runDemo(scope, report, (step) => {
      steps.push(step);
      tell(`${step.ok ? 'ok  ' : 'FAIL'}  ${step.step}: ${step.detail}`);
    });
    const verified = await verifyPath({ ...place, profile: join(temporary, 'profile') }, folder, {});
    steps.push({ step: 'verify', ok: verified.code === 0, detail: verified.lines.at(-1) ?? '' });
  } finally {
    app.release();
    await rm(temporary, { recursive: true, force: true });
  }
  const ok = steps.every((step) => step.ok);
  return { json: steps, lines: [ok ? 'Every step is well.' : 'A step failed: see above.'], code: ok ? 0 : 1 };
}
