import { medians, milliseconds, nearLinear, printTable, slope } from '../timing.ts';
import { History, writer } from '../../shared/history.ts';
import { rightsByAncestors } from '../../shared/judgment/rights-by-ancestors.ts';
import { draftEventTypes } from '../../../src/shared/judgment/event-types.ts';
import { rightsOf } from '../../../src/shared/judgment/rights.ts';
import { RecordGraph } from '../../../src/shared/records/record-graph.ts';

const [ada, ben, cyn] = [writer('ada'), writer('ben'), writer('cyn')];

/** Histories of little but rights: each goes on for at least so many records. */
const histories: Readonly<Record<string, (history: History, count: number) => void>> = {
  'a role given, used and taken away': (history, count) => {
    for (let last = history.draft; history.records.length < count;) {
      last = history.add(ada, 'role.granted', { person: ben.person, role: 'inspector' }, [last]).id;
      last = history.write(ben, 'Seen.', [], [last]).id;
      last = history.add(ada, 'role.revoked', { person: ben.person, role: null, reason: 'left' }, [last]).id;
    }
  },
  'ownership passed to and fro': (history, count) => {
    let [from, to] = [ada, ben];
    for (let last = history.draft; history.records.length < count; [from, to] = [to, from]) {
      const { id } = history.add(from, 'ownership.passed', { to: to.person }, [last]);
      last = history.add(to, 'ownership.accepted', { passed: id }, [id]).id;
    }
  },
  'ownership recovered again and again': (history, count) => {
    for (let last = history.draft; history.records.length < count;)
      last = history.add(cyn, 'ownership.recovered', { reason: 'lost' }, [last]).id;
  },
  'roles changed on devices that know of none': (history, count) => {
    for (let device = 0; history.records.length < count; device += 1) {
      const owner = writer('ada', `${device}`);
      const body = { person: ben.person, role: 'inspector' };
      const { id } =
        device % 2 === 0
          ? history.add(owner, 'role.granted', body, [history.draft])
          : history.add(owner, 'role.revoked', { ...body, reason: 'left' }, [history.draft]);
      if (device % 4 === 0) history.write(ben, 'Seen.', [], [id]);
    }
  },
};

function graphOf(fill: (history: History, count: number) => void, count: number): RecordGraph {
  const history = new History();
  history.begin(ada, cyn);
  fill(history, count);
  return new RecordGraph(history.draft, history.records, draftEventTypes);
}

/** What looks at every record once costs, which is linear: its own slope is that of the machine's memory. */
function indexById({ entries }: RecordGraph): ReadonlyMap<string, string> {
  return new Map(entries.map(({ record }) => [record.id, record.author]));
}

/** Judging the rights of made histories, beside the rules followed from every record to every other. */
export async function run(): Promise<void> {
  const rows: string[][] = [];
  for (const [name, fill] of Object.entries(histories)) {
    const [few, more, many] = [500, 2000, 8000].map((count) => graphOf(fill, count));
    if (few === undefined || more === undefined || many === undefined) throw new Error('nothing to judge');
    const judge = (graph: RecordGraph): unknown => rightsOf(graph);
    const [a = 0, b = 0, c = 0] = await medians([few, more, many], judge, 7);
    const [d = 0, e = 0] = await medians([few, more], rightsByAncestors);
    const [f = 0, g = 0, h = 0] = await medians([few, more, many], indexById, 7);
    rows.push(
      [
        name,
        milliseconds(a),
        milliseconds(b),
        slope(a, b).toFixed(2),
        milliseconds(c),
        slope(b, c).toFixed(2),
      ],
      [
        '  an index of them by id',
        milliseconds(f),
        milliseconds(g),
        slope(f, g).toFixed(2),
        milliseconds(h),
        slope(g, h).toFixed(2),
      ],
      [
        '  from every record to every other',
        milliseconds(d),
        milliseconds(e),
        slope(d, e).toFixed(2),
        '',
        '',
      ],
    );
  }
  printTable(['rights of a draft, by its records', '500', '2,000', 'slope', '8,000', 'slope'], rows);
  console.log(
    `\nThe slope is the exponent b of n^b, log(time(4n) / time(n)) / log 4; up to ${nearLinear} is near-linear.`,
  );
}
