import { describe, expect, it } from 'vitest';
import { foldDraft } from '../../../src/shared/judgment/fold-draft.ts';
import { whoMaySign } from '../../../src/shared/judgment/who-may-sign.ts';
import { seenState } from '../../../src/shared/seen/seen-draft.ts';
import { History, writer } from '../history.ts';

const [ada, ben, cyn, dan, eve] = ['ada', 'ben', 'cyn', 'dan', 'eve'].map((name) => writer(name)) as [
  ...[ReturnType<typeof writer>, ReturnType<typeof writer>, ReturnType<typeof writer>],
  ...[ReturnType<typeof writer>, ReturnType<typeof writer>],
];
const names = new Map(
  Object.entries({ Ada: ada, Ben: ben, Cyn: cyn, Dan: dan, Eve: eve }).map(([name, { person }]) => [
    person,
    name,
  ]),
);

/** Ada owns and wrote; Ben is a chair, Cyn assures quality, Dan reads. Eve administers the workspace. */
function told(
  met: readonly (readonly [typeof ada, typeof ada])[],
  second: readonly ['qa'] | null,
): ReadonlyMap<string | undefined, string> {
  const history = new History();
  history.begin(ada);
  for (const [person, role] of [
    [ben, 'chair'],
    [cyn, 'qa'],
    [dan, 'reader'],
  ] as const)
    history.add(ada, 'role.granted', { person: person.person, role });
  history.write(ada, 'Children are safe.');
  const folded = foldDraft(history.draft, history.records);
  if (folded === null) throw new Error('the history does not fold');
  const statements = new Map(
    met.map(([by, about]) => [by.person, new Map([[`${by.person}>`, about.person]])]),
  );
  const secondSignature = second === null ? null : { title: 'Signed twice', by: [...second] };
  const trust = { statements, officeHolders: new Set([eve.person]) };
  const framework = { signOff: { secondSignature, editableDefault: true as const } };
  const all = whoMaySign(seenState(folded, ''), framework, trust, (id) => names.get(id) ?? '');
  return new Map(all.map(({ person, detail }) => [names.get(person), detail]));
}

describe('who may sign a judgment', () => {
  it('is told before anybody does: who wrote may not, and of the others who verified them, on which path', () => {
    const all = told(
      [
        [eve, ben],
        [ben, cyn],
      ],
      null,
    );
    expect(Object.fromEntries(all)).toEqual({
      Ben: 'chair: may approve it; key verified independently by Eve',
      Cyn: 'quality assurance: may approve it; key verified independently by Ben, who was verified by Eve',
      Ada: 'owner: wrote in the draft, so may not approve it',
    });
  });

  it('says where a key rests on the writer’s word alone, or on nobody’s', () => {
    const all = told([[ada, ben]], null);
    expect(all.get('Ben')).toContain('key verified only by Ada, who wrote in the draft');
    expect(all.get('Cyn')).toContain('key verified by nobody');
  });

  it('says whose is the second signature, where the framework asks for one', () => {
    const all = told([], ['qa']);
    expect(all.get('Cyn')).toContain('may approve it, and theirs counts as the second signature');
    expect(all.get('Ben')).toContain('may approve it, beside a second signature');
  });
});
