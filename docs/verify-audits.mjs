// What the records of an audit's log hold, as docs/file-format.md and docs/audits.md have them. Imported by verify-workspace.mjs.
import { from, hash, holds, isTrue, kind, list, matches, orNull, said, text } from './verify-bodies.mjs';
import { day, packed, slug } from './verify-rounds.mjs';

export const ofAudit =
  /^(audit\.(begun|planned)|auditor\.named|frame\.(frozen|confirmed)|contribution\.(lodged|opened)|outside\.recorded|sample\.drawn|draw\.abandoned|readers\.assigned|reading\.(lodged|opened|concluded)|assessment\.(asked|given)|finding\.(sent|answered|checked|reopened)|action\.planned)$/;
const rule = holds({
  ...{ from: orNull(day), to: orNull(day), frameworks: list(0, 60, slug) },
  strata: matches(/^(none|framework|lead|year)$/),
});
const stratum = holds({
  ...{ name: said(300), draw: from(0, 100_000) },
  judgments: list(1, 100_000, holds({ seal: hash, ids: hash })),
});
const frame = {
  ...{ rule, strata: list(1, 400, stratum), source: said() },
  moment: matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/),
  contributors: list(2, 10, hash),
};
const ofFrame = (body) => [body.frame];
const role = matches(/^(lead|auditor|observer)$/);
const number = (one) => text(1, 200)(one) && /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(one);
kind('audit.planned', holds({ name: said(120), purpose: said() }), ['name', 'purpose']);
kind('auditor.named', holds({ person: hash, role: orNull(role) }));
kind('frame.frozen', holds(frame), ['source', 'strata[].name']);
kind('frame.confirmed', holds({ frame: hash }), [], ofFrame);
kind('contribution.lodged', holds({ frame: hash, commitment: hash }), [], ofFrame);
kind(
  'contribution.opened',
  holds({ lodged: hash, contribution: matches(/^[0-9a-f]{32,256}$/) }),
  [],
  (body) => [body.lodged],
);
kind('outside.recorded', holds({ frame: hash, number }), [], ofFrame);
const drawn = list(1, 400, list(0, 100_000, hash));
kind('sample.drawn', holds({ frame: hash, seed: hash, drawn }), [], ofFrame);
kind('draw.abandoned', holds({ frame: hash, reason: said() }), ['reason'], ofFrame);
const given = list(0, 4000, holds({ seal: hash, draft: hash, person: hash }));
const taken = list(0, 4000, holds({ seal: hash, person: hash }));
kind('readers.assigned', holds({ frame: hash, given, taken }), [], ofFrame);
const stage = matches(/^(evidence|narrative)$/);
const reading = { frame: hash, seal: hash, stage, known: isTrue, publicKey: hash, ...packed };
kind('reading.lodged', holds(reading), [], ofFrame);
const opening = { evidence: hash, narrative: hash, privateKey: hash };
kind('reading.opened', holds(opening), [], (body) => [body.evidence, body.narrative]);
const trimmed = (most) => (one) => typeof one === 'string' && one.trim().length <= most;
const outcome = matches(/^(supported|weakly-recorded|within-range|not-supported|outside-range|cannot-tell)$/);
const conclusion = holds({
  opened: hash,
  outcomes: list(1, 60, holds({ area: slug, outcome, reason: trimmed(8000) })),
  protocol: holds({ id: slug, version: from(1, 10_000) }),
  answers: list(
    0,
    60,
    holds({
      ...{ question: slug, answer: matches(/^(confirm|differ|cannot-tell)$/) },
      ...{ record: text(0, 4000), note: trimmed(4000) },
    }),
  ),
  ...{ fileGrade: from(1, 4), keyFinding: trimmed(8000) },
});
const concludes = (one) =>
  conclusion(one) && new Set(one.outcomes.map(({ area }) => area)).size === one.outcomes.length;
kind(
  'reading.concluded',
  concludes,
  ['outcomes[].reason', 'answers[].record', 'answers[].note', 'keyFinding'],
  (body) => [body.opened],
);
const ofFinding = (body) => [body.asked];
const asks = { frame: hash, seal: hash, draft: hash, area: orNull(slug), to: list(1, 40, hash), due: day };
kind('assessment.asked', holds(asks), [], ofFrame);
kind('assessment.given', holds({ asked: hash, words: said() }), ['words'], ofFinding);
kind(
  'finding.sent',
  holds({ asked: hash, words: said(), key: isTrue, reopens: isTrue }),
  ['words'],
  ofFinding,
);
kind(
  'finding.answered',
  holds({ asked: hash, agrees: isTrue, words: trimmed(20_000) }),
  ['words'],
  ofFinding,
);
kind('action.planned', holds({ asked: hash, words: said(), person: hash, due: day }), ['words'], ofFinding);
const check = matches(/^(worked|not-worked|withdrawn)$/);
kind('finding.checked', holds({ asked: hash, outcome: check, words: said() }), ['words'], ofFinding);
kind('finding.reopened', holds({ asked: hash, reason: said() }), ['reason'], ofFinding);
