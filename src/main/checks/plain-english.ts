import retextEnglish from 'retext-english';
import retextEquality from 'retext-equality';
import retextReadability from 'retext-readability';
import retextSimplify from 'retext-simplify';
import retextStringify from 'retext-stringify';
import { unified } from 'unified';
import {
  countedOnce,
  findingId,
  type CheckedSection,
  type CheckKind,
  type ReportFinding,
} from '../../shared/checks/report-finding.ts';

/** Words of the field that have no simpler word, or that the field means as they are. */
const fieldWords =
  `accurate additional address approach assist effectiveness effective evident identify identified impact
implement implemented initial maintain monitor multidisciplinary objective participate provide provided provision relative
relevant require requires requirement review appropriate combined contains ensure enhance function include timely therefore
robust strategic previously similar component however type allocate benefit very remain demonstrate reflect expertise
sufficient convene option establish prioritise evaluate liaison retain assistance determine desire immediately minimise
minimum currently frequently overall forward request observe previous advise indicate proceed multiple interface operate
perform represents some attain validate submit parameters`
    .split(/\s+/)
    .concat([
      'it is',
      'there is',
      'there are',
      'benefit from',
      'all of',
      'as to',
      'time period',
      'in order to',
      'take action to',
    ]);
/** Words that the equality check takes for what they are not in reports about children and families. */
const plainHere = new Set(
  `special normal mother mothers father fathers mum dad her his him she he mental clearly easy easily disabled brothers
sisters uncles aunts stepfathers stepmothers asylum straightforward`.split(/\s+/),
);
/** A sentence is asked about where five of seven measures say that a reader of eighteen would not understand it, and it is long. */
const reader = { age: 18, threshold: 5 / 7, minWords: 20 };
const longWords = 36;

const processor = unified()
  .use(retextEnglish)
  .use(retextReadability, reader)
  .use(retextSimplify, { ignore: fieldWords })
  .use(retextEquality)
  .use(retextStringify)
  .freeze();

const kinds: Readonly<Record<string, CheckKind>> = {
  'retext-readability': 'hard-to-read',
  'retext-simplify': 'simpler-word',
  'retext-equality': 'equality',
};
const reasons: Readonly<Record<string, string>> = {
  'hard-to-read': 'This sentence is long and hard to read. Could it be two?',
  'simpler-word': 'A simpler word says the same.',
  equality: 'These words can leave somebody out or hurt. Is there a better one?',
};

/** What plain-English checks say of a section: hard sentences, simpler words, words that leave people out. All are suggestions. */
export async function plainEnglish({ id, text }: CheckedSection): Promise<readonly ReportFinding[]> {
  const file = await processor.process(text);
  return countedOnce(
    file.messages.flatMap((message): readonly ReportFinding[] => {
      const kind = kinds[message.source ?? ''];
      const place = message.place;
      if (kind === undefined || place === undefined || !('start' in place)) return [];
      const from = place.start.offset ?? 0;
      const to = place.end.offset ?? from;
      const words = text.slice(from, to).replaceAll(/\s+/g, ' ');
      if (kind === 'hard-to-read' && words.split(' ').length < longWords) return [];
      if (kind === 'equality' && plainHere.has(words.toLowerCase())) return [];
      return [
        {
          id: findingId(kind, id, words),
          kind,
          weight: 'suggestion',
          section: id,
          from,
          to,
          times: 1,
          words: kind === 'hard-to-read' ? words.slice(0, 80) : words,
          reason: reasons[kind] ?? '',
          instead: kind === 'hard-to-read' ? [] : (message.expected ?? []).slice(0, 4),
        },
      ];
    }),
  );
}
