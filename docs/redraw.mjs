// Draws the samples of every audit in a workspace again, from its files alone and without Plumbline: node redraw.mjs WORKSPACE.
// Needs Node 20, verify-files.mjs beside it with its parts, and nothing else. It says what the records say and judges no rights:
// `node verify.mjs WORKSPACE` says whether the records are whole and whose they are. The rules are those of docs/audits.md.
import { createHash } from 'node:crypto';
import { foldersIn, linesOfLogs } from './verify-files.mjs';

const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

// Rivest's consistent sampler, as released: a fraction in decimal digits, compared as text.
function ticket(id, seed) {
  const digits = BigInt(`0x${sha256(sha256(seed) + id)}`)
    .toString()
    .padStart(64, '0');
  return `0.${[...digits].reverse().join('')}`;
}

function draw(judgments, seed, size) {
  return judgments
    .map(({ seal }) => ({ seal, ticket: ticket(seal, seed) }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
    .slice(0, size);
}

const [root = ''] = process.argv.slice(2);
const records = foldersIn(root, 'audits')
  .flatMap((folder) => linesOfLogs(root, `audits/${folder}`))
  .flatMap(({ record }) => (record ? [record] : []))
  .sort((a, b) => a.lamport - b.lamport || (a.id < b.id ? -1 : 1));
const unique = [...new Map(records.map((record) => [record.id, record])).values()];
const of = (type, frame) => unique.filter((one) => one.type === type && one.facts?.frame === frame);

for (const frame of unique.filter(({ type }) => type === 'frame.frozen')) {
  const { strata, contributors, moment } = frame.facts;
  console.log(`frame  ${frame.id}  ${strata.length} strata, moment ${moment}`);
  for (const _ of of('draw.abandoned', frame.id)) console.log('  abandoned');
  const lodged = of('contribution.lodged', frame.id);
  const opened = contributors.flatMap((person) => {
    const own = lodged.find(({ author }) => author === person);
    const said = unique.find(
      (one) =>
        one.type === 'contribution.opened' &&
        one.facts.lodged === own?.id &&
        sha256(one.facts.contribution) === own.facts.commitment,
    );
    return said ? [`${person} ${said.facts.contribution}`] : [];
  });
  // The last that each said, and of these the first that two people said alike.
  const said = [
    ...new Map(of('outside.recorded', frame.id).map((one) => [one.author, one.facts.number])).values(),
  ];
  const number = said.find((one, at) => said.indexOf(one) !== at);
  if (opened.length < contributors.length || number === undefined) {
    console.log(
      `  ${opened.length} of ${contributors.length} contributions opened, number ${number ?? 'not read by two'}`,
    );
    continue;
  }
  const seed = sha256([frame.id, ...opened.sort(), number].join('\n'));
  console.log(`  seed  ${seed}`);
  const drawn = strata.map(({ judgments, draw: size }) => draw(judgments, seed, size));
  for (const [at, sample] of drawn.entries())
    for (const one of sample) console.log(`  stratum ${at + 1}  ${one.ticket.slice(0, 14)}  ${one.seal}`);
  for (const signed of of('sample.drawn', frame.id)) {
    const same =
      signed.facts.seed === seed &&
      JSON.stringify(signed.facts.drawn) ===
        JSON.stringify(drawn.map((sample) => sample.map(({ seal }) => seal)));
    console.log(same ? '  the signed sample is this one' : '  THE SIGNED SAMPLE IS ANOTHER');
    if (!same) process.exitCode = 1;
  }
}
