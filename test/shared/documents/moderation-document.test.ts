import { describe, expect, it } from 'vitest';
import { moderationDocument } from '../../../src/shared/documents/moderation-document.ts';
import { gradeSteps } from '../../../src/shared/seen/grade-steps.ts';
import { seenDraft, type SeenDraft } from '../../../src/shared/seen/seen-draft.ts';
import type { ClockState } from '../../../src/shared/clocks/clock-states.ts';
import { documentAsMarkdown } from '../../../src/shared/documents/document-as-markdown.ts';
import { shipped } from '../framework/shipped.ts';
import { idOf } from '../history.ts';
import { members, people, RoundHistory } from '../moderation/round-history.ts';

const { ada, ben, cyn, dan } = people;
const called = new Map(Object.entries(people).map(([name, { person }]) => [person, name]));
const framework = shipped('ilacs-2026');

function seenBy(history: RoundHistory): SeenDraft {
  const seen = seenDraft({ folded: history.folded(), problems: [] }, ada.person);
  if (seen === null) throw new Error('nothing is seen');
  return seen;
}

/** The moderation record of a history, as text. */
function recordOf(history: RoundHistory, clocks: readonly ClockState[] = []): string {
  const seen = seenBy(history);
  const { state } = seen;
  return documentAsMarkdown(
    moderationDocument({
      ...{ state, framework, steps: gradeSteps(seen), clocks, verifications: new Map() },
      names: { title: 'Trafford', person: (id) => called.get(id) ?? 'nobody' },
      standing: { words: 'Draft', watermark: null },
    }),
  );
}

function revealed(): RoundHistory {
  const history = new RoundHistory();
  history.close(
    ada,
    members.map((member) => history.lodge(member)),
  );
  return history;
}

describe('the moderation record', () => {
  it.each([
    ['a grade', { what: 'grade', area: 'leaders' }, 'The grade of The impact of leaders'],
    ['an omission', { what: 'omission', area: 'care-leavers' }, 'What is missing in'],
  ])('says of a challenge to %s who asked whom, and where', (_what, about, words) => {
    const history = revealed();
    history.add(cyn, 'challenge.raised', { about, text: 'Is it so?', owner: dan.person, due: '2026-10-09' });
    const text = recordOf(history);
    expect(text.match(/Is it so\?/gu)).toHaveLength(1);
    const row = text.split('\n').find((line) => line.includes('Is it so?')) ?? '';
    expect(row).toContain(words);
    expect(row).toMatch(/cyn, 5 October 2026, \d\d:\d\d \| dan, by 9 October 2026 \| Open/);
  });

  it('has challenges where no round was revealed, and says why one shows nothing', () => {
    const history = new RoundHistory();
    history.add(cyn, 'challenge.raised', {
      about: { what: 'claim', section: 'leaders', revision: history.revision, quote: 'Practice is good.' },
      text: 'Where?',
      owner: ada.person,
      due: null,
    });
    history.add(ada, 'round.abandoned', { round: history.round, reason: 'Two members fell ill.' });
    const text = recordOf(history);
    expect(text).toContain('“Practice is good.” in');
    expect(text).toContain('Two members fell ill.');
  });

  it('says which grade a dissenter holds to', () => {
    const history = revealed();
    history.add(dan, 'dissent.recorded', {
      round: history.round,
      area: 'leaders',
      grade: { grade: 'inadequate' },
      text: 'Children wait.',
    });
    expect(recordOf(history)).toContain('dan, who holds to Inadequate: Children wait.');
  });

  it.each([
    ['factual-accuracy', 'The provider’s check of the facts'],
    ['unseen-by-provider', 'Paragraphs that the provider has not seen'],
    ['panel-outcomes', 'The outcomes of the panel'],
  ])('calls the departure %s by its name', (rule, name) => {
    const history = revealed();
    history.add(ada, 'reason.given', { rule, reason: 'As agreed.', over: [] });
    const line = recordOf(history)
      .split('\n')
      .find((text) => text.includes('As agreed.'));
    expect(line).toContain(name);
  });

  it('says of a round of comparisons what was asked, and what each chose over what and why', () => {
    const history = revealed();
    const item = (area: string): unknown => ({
      draft: history.draft,
      revision: history.revision,
      area,
      title: `Trafford: ${area}`,
    });
    history.add(ada, 'comparison.opened', {
      participants: [cyn.person, dan.person],
      excluded: [],
      holders: [
        { person: ada.person, as: 'chair' },
        { person: ben.person, as: 'deputy' },
      ],
      quorum: 2,
      due: null,
      publicKey: idOf('pairs'),
      wraps: [ada, ben].map(({ person }) => ({
        person,
        key: idOf('key'),
        enc: Buffer.alloc(32).toString('base64'),
        ct: Buffer.alloc(80).toString('base64'),
      })),
      question: 'Which is clearer?',
      items: [item('leaders'), item('care-leavers')],
    });
    const { state } = seenBy(history);
    const [round] = state.moderation.pairwise;
    if (round === undefined) throw new Error('the round of comparisons does not fold');
    const pairs = [{ better: 1, worse: 0, why: 'It names dates.' }];
    const lodging = {
      record: idOf('lodged'),
      author: cyn.person,
      at: '',
      n: 1,
      standing: 'independent' as const,
      pairs,
    };
    const text = (standing: 'lodging' | 'revealed'): string =>
      documentAsMarkdown(
        moderationDocument({
          state: {
            ...state,
            moderation: {
              ...state.moderation,
              pairwise: [{ ...round, standing, lodgings: standing === 'revealed' ? [lodging] : [] }],
            },
          },
          ...{ framework, steps: {}, clocks: [], verifications: new Map() },
          names: { title: 'Trafford', person: (id) => called.get(id) ?? 'nobody' },
          standing: { words: 'Draft', watermark: null },
        }),
      );
    expect(text('revealed')).toContain('Which is clearer?');
    expect(text('revealed')).toContain(
      '| cyn | Trafford: care-leavers | Trafford: leaders | It names dates. |',
    );
    expect(text('lodging')).toContain('Open: nothing that was lodged in it can be read yet');
  });

  it('says in its summary what became of each grade, who was given which role, and which clocks were kept or missed', () => {
    const history = revealed();
    const revise = (value: string, over: readonly string[], reason: string): string =>
      history.add(ada, 'revision.saved', {
        ...{ reason, narratives: [], improvements: null, rest: [] },
        grades: [{ area: 'leaders', value: { grade: value }, over }],
      }).id;
    const first = revise('good', [], 'First view');
    revise('inadequate', [first], 'Children wait too long');
    const clock: ClockState = {
      ...{ deadline: 'report', title: 'Report', started: null, due: null, stopped: null },
      standing: 'kept-late',
      ...{ left: -2, waitsFor: null, isDefault: false, sentence: '' },
      short: 'Done Fri 9 Oct 2026, 2 working days late',
    };
    const text = recordOf(history, [clock]);
    const annex = text.indexOf('## Annex');
    const summary = text.slice(0, annex);
    expect(annex).toBeGreaterThan(0);
    expect(summary.split('\n').find((line) => line.includes('Children wait too long'))).toMatch(
      /\| Good \| Inadequate \| ada, /u,
    );
    expect(summary).toMatch(/ada gave cyn the role|ada .*cyn/u);
    expect(summary).toContain('Report: Done Fri 9 Oct 2026, 2 working days late');
    expect(summary).toContain('The draft was not sent to the provider.');
    expect(summary).not.toContain('Revisions and why they were made');
    expect(text.slice(annex)).toContain('Revisions and why they were made');
  });
});
