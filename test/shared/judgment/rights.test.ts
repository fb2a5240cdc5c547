import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldDraft } from '../../../src/shared/judgment/fold-draft.ts';
import type { DraftState } from '../../../src/shared/judgment/draft-state.ts';
import { History, writer } from '../history.ts';

const [ada, ben, cyn, dan] = [writer('ada'), writer('ben'), writer('cyn'), writer('dan')];

function stateOf(history: History): DraftState {
  const folded = foldDraft(history.draft, history.records);
  if (folded === null) throw new Error('the draft does not fold');
  return folded.state;
}

const summary = (history: History): readonly (string | null)[] =>
  (stateOf(history).narratives['summary'] ?? []).map((open) => open.value);

/** A draft of Ada's in which Ben is an inspector and Cyn may recover ownership. */
function begun(): History {
  const history = new History();
  history.begin(ada, cyn);
  history.add(ada, 'role.granted', { person: ben.person, role: 'inspector' });
  return history;
}

/** The content that rights protect: everything but notices, timeline and the list of heads. */
function content({
  notices: _n,
  timeline: _t,
  heads: _h,
  lamport: _l,
  count: _c,
  conflicts: _x,
  ...rest
}: DraftState): unknown {
  return rest;
}

describe('rights', () => {
  it('set aside what somebody without a role wrote, and an owner can let it count', () => {
    const history = begun();
    const stray = history.write(dan, 'from outside');
    expect(summary(history)).toEqual([]);
    expect(stateOf(history).notices.map((notice) => notice.code)).toEqual(['set-aside']);
    history.add(ada, 'record.adopted', { records: [stray.id], reason: 'he is right' });
    expect(summary(history)).toEqual(['from outside']);
  });

  it('keep what a revoked person wrote before, as far as the revoking one knew', () => {
    const history = begun();
    const before = history.write(ben, 'known');
    const known = history.heads();
    history.write(ben, 'not known', [before.id], known);
    history.add(ada, 'role.revoked', { person: ben.person, role: null, reason: 'left' }, known);
    expect(summary(history)).toEqual(['known']);
  });

  it.each([
    [
      'a narrative',
      'revision.saved',
      {
        reason: 'x',
        narratives: [{ section: 'summary', text: 'late', over: [] }],
        grades: [],
        improvements: null,
        rest: [],
      },
    ],
    ['a role for a friend', 'role.granted', { person: dan.person, role: 'lead' }],
    ['a revocation', 'role.revoked', { person: ada.person, role: null, reason: 'x' }],
    ['a passing of ownership', 'ownership.passed', { to: dan.person }],
    ['a recovery', 'ownership.recovered', { reason: 'x' }],
    ['an adoption', 'record.adopted', { records: ['0'.repeat(64)], reason: 'x' }],
  ])('let a revoked person gain nothing by naming old parents: %s', (_what, type, body) => {
    const history = begun();
    const old = history.heads();
    history.add(ada, 'role.revoked', { person: ben.person, role: null, reason: 'left' });
    const before = stateOf(history);
    const named = type === 'record.adopted' ? { records: [history.draft], reason: 'x' } : body;
    history.add(ben, type, named, old);
    expect(content(stateOf(history))).toEqual(content(before));
  });

  it('gain a revoked person nothing in any generated history, on either of two devices', () => {
    const type = fc.constantFrom('write', 'grant', 'pass', 'recover', 'revoke');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(type, fc.boolean(), fc.nat(20)), { minLength: 1, maxLength: 12 }),
        fc.nat(6),
        (deeds, work) => {
          const history = begun();
          for (let at = 0; at < work; at += 1) history.write(ada, `${at}`, []);
          const old = history.records.map((record) => record.id);
          history.add(ada, 'role.revoked', { person: ben.person, role: null, reason: 'left' });
          const before = content(stateOf(history));
          for (const [what, second, parent] of deeds) {
            const by = second ? writer('ben', 'second') : ben;
            const parents = [old[parent % old.length] ?? ''];
            if (what === 'write') history.write(by, 'late', [], parents);
            if (what === 'grant')
              history.add(by, 'role.granted', { person: ben.person, role: 'lead' }, parents);
            if (what === 'pass') history.add(by, 'ownership.passed', { to: ben.person }, parents);
            if (what === 'recover') history.add(by, 'ownership.recovered', { reason: 'x' }, parents);
            if (what === 'revoke')
              history.add(by, 'role.revoked', { person: ada.person, role: null, reason: 'x' }, parents);
          }
          expect(content(stateOf(history))).toEqual(before);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('restore a person who is granted a role again with knowledge of the removal', () => {
    const history = begun();
    history.add(ada, 'role.revoked', { person: ben.person, role: null, reason: 'left' });
    history.add(ada, 'role.granted', { person: ben.person, role: 'inspector' });
    history.write(ben, 'back again');
    expect(summary(history)).toEqual(['back again']);
  });

  it('let a removal win over a grant that did not know of it', () => {
    const history = begun();
    const known = history.heads();
    history.add(ada, 'role.revoked', { person: ben.person, role: null, reason: 'left' }, known);
    history.add(writer('ada', 'second'), 'role.granted', { person: ben.person, role: 'inspector' }, known);
    history.write(ben, 'after both');
    expect(stateOf(history).roles.some((role) => role.person === ben.person)).toBe(false);
    expect(summary(history)).toEqual([]);
  });
});

describe('ownership', () => {
  it('end an offer for a receiver who knows of their removal, and take back no draft that was accepted', () => {
    const removed = begun();
    const offered = removed.add(ada, 'ownership.passed', { to: ben.person });
    removed.add(ada, 'role.revoked', { person: ben.person, role: null, reason: 'left' });
    removed.add(ben, 'ownership.accepted', { passed: offered.id });
    expect([stateOf(removed).owner, stateOf(removed).ownershipOffers]).toEqual([ada.person, []]);
    const accepted = begun();
    const passed = accepted.add(ada, 'ownership.passed', { to: ben.person });
    accepted.add(ben, 'ownership.accepted', { passed: passed.id });
    const body = { person: ben.person, role: null, reason: 'left' };
    accepted.add(writer('ada', 'second'), 'role.revoked', body, [passed.id]);
    expect(stateOf(accepted).owner).toBe(ben.person);
  });

  it('passes when the receiver accepts, and the former owner writes on as a lead', () => {
    const history = begun();
    const passed = history.add(ada, 'ownership.passed', { to: ben.person });
    expect(stateOf(history).owner).toBe(ada.person);
    history.add(ben, 'ownership.accepted', { passed: passed.id });
    history.write(ada, 'still a lead');
    history.add(ada, 'role.granted', { person: dan.person, role: 'lead' });
    expect(stateOf(history).owner).toBe(ben.person);
    expect(summary(history)).toEqual(['still a lead']);
    expect(stateOf(history).roles.some((role) => role.person === dan.person)).toBe(false);
  });

  it('leaves the owner whatever role they were given, and names none that owning brings', () => {
    const history = begun();
    const own = (): readonly string[] =>
      stateOf(history)
        .roles.filter((role) => role.person === ada.person)
        .map((role) => role.role);
    expect(own()).toEqual([]);
    history.add(ada, 'role.granted', { person: ada.person, role: 'chair' });
    expect(own()).toEqual(['chair']);
  });

  it('is not taken by somebody else’s acceptance', () => {
    const history = begun();
    const passed = history.add(ada, 'ownership.passed', { to: ben.person });
    history.add(dan, 'ownership.accepted', { passed: passed.id });
    expect(stateOf(history).owner).toBe(ada.person);
  });

  it('is contested where two accepted without knowing of each other, until the recovery owner takes it', () => {
    const history = begun();
    const known = history.heads();
    const toBen = history.add(ada, 'ownership.passed', { to: ben.person }, known);
    const toDan = history.add(writer('ada', 'second'), 'ownership.passed', { to: dan.person }, known);
    history.add(ben, 'ownership.accepted', { passed: toBen.id }, [toBen.id]);
    history.add(dan, 'ownership.accepted', { passed: toDan.id }, [toDan.id]);
    history.add(dan, 'role.granted', { person: dan.person, role: 'lead' });
    expect(stateOf(history).ownershipContested).toBe(true);
    expect(stateOf(history).roles.some((role) => role.person === dan.person)).toBe(false);
    history.add(cyn, 'ownership.recovered', { reason: 'two accepted' });
    expect(stateOf(history).ownershipContested).toBe(false);
    expect(stateOf(history).owner).toBe(cyn.person);
  });

  it('leaves a lost owner nothing after a recovery', () => {
    const history = begun();
    const known = history.heads();
    history.add(cyn, 'ownership.recovered', { reason: 'lost laptop' });
    history.write(ada, 'written by whoever found it', [], known);
    history.add(ada, 'role.granted', { person: dan.person, role: 'lead' }, known);
    expect(summary(history)).toEqual([]);
    expect(stateOf(history).owner).toBe(cyn.person);
    expect(stateOf(history).roles.some((role) => role.person === dan.person)).toBe(false);
  });
});
