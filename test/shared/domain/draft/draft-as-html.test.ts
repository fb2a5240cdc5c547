import { expect, it } from 'vitest';
import { History, writer } from '../history.ts';
import { draftAsHtml } from '../../../../src/shared/domain/draft/draft-as-html.ts';
import { foldDraft } from '../../../../src/shared/domain/draft/fold-draft.ts';

it('resolves citations at the end of a draft, and prints none in a sealed judgment', () => {
  const ada = writer('ada');
  const history = new History();
  history.begin(ada);
  history.add(ada, 'evidence.noted', {
    code: 'CT-001',
    kind: 'case-tracking',
    source: 'Team <1>',
    when: '2026-10-06T10:00',
    direction: 'neutral',
    text: 'Four of nine were late.',
  });
  history.add(ada, 'revision.saved', {
    reason: 'First',
    narratives: [{ section: 'summary', text: 'Discussions are late [CT-001].', over: [] }],
    grades: [],
    improvements: null,
    rest: [],
  });
  const state = foldDraft(history.draft, history.records)?.state;
  if (state === undefined) throw new Error('the history does not fold');
  const page = draftAsHtml(state, null, 'Northmere');
  expect(page).toContain('late [<a href="#CT-001">CT-001</a>].');
  expect(page).toContain(
    '<dt id="CT-001">CT-001</dt><dd>Case tracking, Team &lt;1&gt;, 2026-10-06: Four of nine were late.</dd>',
  );
  const sealed = draftAsHtml({ ...state, standing: 'sealed' }, null, 'Northmere');
  expect(sealed).toContain('<p>Discussions are late.</p>');
  expect(sealed).not.toContain('Evidence cited');
});
