import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { panel, PanelHistory } from './panel-history.ts';

const { ada, ben, cyn, dan, gus } = panel;
type Case = readonly [what: string, counts: boolean, play: (history: PanelHistory) => unknown];

/** What panels left of an area, and whether a seal over it counts. */
const cases: readonly Case[] = [
  ['agreed what the draft says', true, (history) => history.decide(history.round(), 'agree', 'good')],
  ['agreed another grade', false, (history) => history.decide(history.round(), 'change', 'weak')],
  [
    'agreed another grade, with a reason to depart from it',
    true,
    (history) => [history.decide(history.round(), 'change', 'weak'), history.reason()],
  ],
  [
    'found the evidence not sufficient, and revealed a second round that nobody decided, with a reason',
    false,
    (history) => [history.decide(history.round(), 'gather', null), history.round(), history.reason()],
  ],
  [
    'found the evidence not sufficient, and returned a second round with answered points',
    false,
    (history) => {
      history.decide(history.round(), 'gather', null);
      history.answer(history.decide(history.round(), 'return', null, 1));
    },
  ],
  [
    'found the evidence not sufficient, and agreed a grade in a second round',
    true,
    (history) => {
      history.decide(history.round(), 'gather', null);
      history.decide(history.round(), 'agree', 'good');
    },
  ],
  [
    'agreed a grade, and found the evidence not sufficient in a second round',
    false,
    (history) => {
      history.decide(history.round(), 'agree', 'good');
      history.decide(history.round(), 'gather', null);
      history.reason();
    },
  ],
  [
    'gave back a point that nobody answered before a second round agreed',
    false,
    (history) => {
      history.decide(history.round(), 'return', null, 1);
      history.decide(history.round(), 'agree', 'good');
      history.reason();
    },
  ],
  [
    'gave back a point that was answered after a second round agreed',
    true,
    (history) => {
      const returned = history.decide(history.round(), 'return', null, 1);
      history.decide(history.round(), 'agree', 'good');
      history.answer(returned);
    },
  ],
  [
    'agreed another grade, and returned a second round with answered points',
    false,
    (history) => {
      history.decide(history.round(), 'change', 'weak');
      history.answer(history.decide(history.round(), 'return', null, 1));
    },
  ],
  [
    'had a dissent in its only round',
    true,
    (history) => {
      const round = history.round();
      history.decide(round, 'agree', 'good');
      history.dissent(cyn, round);
    },
  ],
  [
    'graded again without whoever dissented',
    false,
    (history) => {
      const round = history.round();
      history.decide(round, 'change', 'weak');
      history.dissent(cyn, round);
      history.decide(history.round([cyn, dan], [dan]), 'agree', 'good');
    },
  ],
  [
    'graded again without whoever dissented, with a reason',
    true,
    (history) => {
      history.dissent(cyn, history.round());
      history.decide(history.round([dan]), 'agree', 'good');
      history.reason();
    },
  ],
  [
    'graded again with whoever dissented',
    true,
    (history) => {
      history.dissent(cyn, history.round());
      history.decide(history.round(), 'agree', 'good');
    },
  ],
  [
    'graded again without whoever dissented, and had an arbiter decide',
    true,
    (history) => {
      history.dissent(cyn, history.round());
      const second = history.round([dan]);
      history.arbitrate(history.ask(second), 'good');
    },
  ],
  [
    'asked an arbiter, who decided',
    true,
    (history) => history.arbitrate(history.ask(history.round()), 'good'),
  ],
  ['asked an arbiter, who did not decide', false, (history) => history.ask(history.round())],
  [
    'asked an arbiter, who decided otherwise than the chair then said',
    false,
    (history) => {
      const round = history.round();
      history.arbitrate(history.ask(round), 'weak');
      history.decide(round, 'agree', 'good');
    },
  ],
  [
    'asked an arbiter, who decided twice: the first stands',
    true,
    (history) => {
      const asked = history.ask(history.round());
      history.arbitrate(asked, 'good');
      history.arbitrate(asked, 'weak');
    },
  ],
  [
    'asked an arbiter about what it had given back with a point that nobody answered',
    false,
    (history) => {
      const round = history.round();
      history.decide(round, 'return', null, 1);
      history.arbitrate(history.ask(round), 'good');
      history.reason();
    },
  ],
  [
    'asked an arbiter who graded the area',
    false,
    (history) => history.arbitrate(history.ask(history.round([cyn, gus])), 'good'),
  ],
  [
    'asked an arbiter who graded the area in an earlier round',
    false,
    (history) => {
      history.decide(history.round([cyn, gus]), 'agree', 'good');
      history.arbitrate(history.ask(history.round()), 'good');
    },
  ],
  [
    'asked an arbiter who graded the area in a later round',
    true,
    (history) => {
      history.arbitrate(history.ask(history.round()), 'good');
      history.decide(history.round([cyn, gus]), 'agree', 'good');
    },
  ],
  [
    'asked an arbiter without the role',
    false,
    (history) => history.arbitrate(history.ask(history.round(), panel.hal), 'good', panel.hal),
  ],
  [
    'had somebody decide whom nobody asked',
    false,
    (history) => {
      history.add(ada, 'role.granted', { person: panel.hal.person, role: 'arbiter' });
      history.arbitrate(history.ask(history.round()), 'good', panel.hal);
    },
  ],
  [
    'had an arbiter asked by a member',
    false,
    (history) => history.arbitrate(history.ask(history.round(), gus, cyn), 'good'),
  ],
  [
    'had an arbiter asked by the deputy',
    true,
    (history) => history.arbitrate(history.ask(history.round(), gus, ben), 'good'),
  ],
  [
    'asked an arbiter who wrote a revision',
    false,
    (history) => {
      history.add(ada, 'role.granted', { person: gus.person, role: 'inspector' });
      history.grade(gus, 'good', [history.revision]);
      history.arbitrate(history.ask(history.round()), 'good');
    },
  ],
];

describe('a seal over what panels left of an area', () => {
  it.each(cases)('where a panel %s counts: %s, for both verifiers', (_what, counts, play) => {
    const history = new PanelHistory();
    play(history);
    expect(history.verdicts()).toEqual([counts, counts]);
  });

  it('counts for both verifiers or for neither, whatever panels did in which order', () => {
    const act = fc.record({
      what: fc.constantFrom(
        'round',
        'round',
        'decide',
        'decide',
        'answer',
        'dissent',
        'ask',
        'arbitrate',
        'reason',
      ),
      at: fc.nat(5),
      way: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(act, { minLength: 3, maxLength: 14 }), (acts) => {
        const history = new PanelHistory();
        const members = [[cyn, dan], [dan], [cyn, gus], [cyn]] as const;
        const [rounds, outcomes, asked] = [[history.round()], [] as string[], [] as string[]];
        const pick = (all: readonly string[], at: number): string | undefined => all[at % (all.length || 1)];
        for (const { what, at, way } of acts) {
          const round = pick(rounds, at) ?? '';
          const grade = at % 2 === 0 ? 'good' : 'weak';
          const outcome = pick(outcomes, at);
          const request = pick(asked, at);
          if (what === 'round') rounds.push(history.round(members[way] ?? [cyn], at > 3 ? [cyn] : undefined));
          if (what === 'decide')
            outcomes.push(
              way === 0
                ? history.decide(round, 'gather', null)
                : way === 1
                  ? history.decide(round, 'return', null, 1)
                  : history.decide(round, grade === 'good' ? 'agree' : 'change', grade, way - 2),
            );
          if (what === 'answer' && outcome !== undefined) history.answer(outcome);
          if (what === 'dissent') history.dissent(way > 1 ? cyn : dan, round);
          if (what === 'ask') asked.push(history.ask(round, gus, way === 0 ? cyn : ben));
          if (what === 'arbitrate' && request !== undefined) history.arbitrate(request, grade);
          if (what === 'reason') history.reason();
        }
        const [service, alone] = history.verdicts();
        expect(alone).toBe(service);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 60) },
    );
  });
});
