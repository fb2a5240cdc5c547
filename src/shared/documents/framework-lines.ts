import { kindTitles } from '../values/kind-titles.ts';
import { calendarTitles, momentTitles, waitsForTitles } from '../clocks/clock-words.ts';
import { retentionWords } from '../retention/retention-words.ts';
import type { Aggregation, Area, Criterion, Framework } from '../framework/framework-schema.ts';
import { areaOf, gradeTitle } from '../framework/grade-order.ts';
import type { Limiter } from '../framework/limiter-schema.ts';
import { wouldHold, wouldKeep } from '../framework/limiter-words.ts';
import { titleOf } from '../framework/aggregation-words.ts';
import { dayWords, eitherOf, listOf } from '../words.ts';

/** One thing that a framework says, in words: where it stands, what it is about and what it says. */
export interface FrameworkLine {
  /** The same in every version that speaks of the same thing. */
  readonly key: string;
  readonly part:
    'About' | 'Scales' | 'Sections' | 'Areas' | 'Rules' | 'Clocks' | 'Report checks' | 'Retention';
  readonly about: string;
  readonly says: string;
}

type Part = FrameworkLine['part'];
type Say = (part: Part, key: string, about: string, says: string) => void;

const areaKinds: { readonly [kind in Area['kind']]: string } = {
  graded: 'graded',
  limiting: 'graded, and can limit the overall grade',
  overall: 'the overall grade',
  narrative: 'text alone',
  'met-or-not': 'met or not met',
};
const bases = { source: 'from a source', 'default-to-review': 'a default to review' } as const;

function basisWords(basis: keyof typeof bases | undefined): string {
  return basis === undefined ? '' : ` (${bases[basis]})`;
}

function sayArea(framework: Framework, area: Area, say: Say): void {
  const { id, title, kind, scale, after, parent } = area;
  const says = [
    areaKinds[kind],
    scale === null ? 'no grade' : `on ${framework.scales.find(({ id }) => id === scale)?.title ?? scale}`,
    ...(parent === undefined ? [] : [`in ${areaOf(framework, parent)?.title ?? parent}`]),
    ...(after.length === 0 ? [] : [`judged after ${listOf(after.map((area) => titleOf(framework, area)))}`]),
    ...(area.inKinds === undefined ? [] : [`only in: ${area.inKinds.join(', ')}`]),
  ];
  say('Areas', `area/${id}`, title, `${title}: ${says.join('; ')}${basisWords(area.basis)}`);
  (area.required ?? []).forEach((need, at) => {
    say('Areas', `area/${id}/required/${at}`, `${title}, required evidence`, requiredWords(need));
  });
  for (const criterion of area.criteria) sayCriterion(framework, area, criterion, say);
}

function requiredWords(need: NonNullable<Area['required']>[number]): string {
  const sources = need.sources === undefined ? '' : `, from ${need.sources} sources`;
  return `at least ${need.atLeast} of ${eitherOf(need.kinds.map((kind) => kindTitles[kind].toLowerCase()))}${sources}${basisWords(need.basis)}`;
}

function sayCriterion(framework: Framework, area: Area, criterion: Criterion, say: Say): void {
  const about = `${area.title}: ${criterion.title}`;
  const tags = criterion.tags === undefined ? '' : `; tagged ${criterion.tags.join(', ')}`;
  const { id } = criterion;
  say('Areas', `criterion/${id}`, about, `${criterion.title}${tags}${basisWords(criterion.basis)}`);
  for (const one of criterion.descriptors) {
    const grade = gradeTitle(framework, area.id, one.grade);
    const text = 'text' in one ? one.text : `the absence of ${gradeTitle(framework, area.id, one.absenceOf)}`;
    say('Areas', `descriptor/${id}/${one.grade}`, `${about}, ${grade}`, text);
  }
  (criterion.required ?? []).forEach((need, at) => {
    say('Areas', `criterion/${id}/required/${at}`, `${about}, required evidence`, requiredWords(need));
  });
}

/** What a limiting rule says, as a sentence. */
export function limiterSentence(framework: Framework, limiter: Limiter): string {
  const when = limiter.when.map((condition) => wouldHold(framework, condition, 'is')).join(', and ');
  const force = limiter.force === 'hard' ? 'a rule without exceptions' : 'may be departed from with a reason';
  return `If ${when}, ${wouldKeep(framework, limiter, 'is')} (${force})${basisWords(limiter.basis)}`;
}

function aggregationSentence(framework: Framework, { from, how, basis }: Aggregation): string {
  const parts = from.map((area) => titleOf(framework, area)).join(', ');
  return `${how.mode} of ${parts}: ${JSON.stringify(how)}${basisWords(basis)}`;
}

/** Everything a framework says, line by line, in its own order. */
export function frameworkLines(framework: Framework): readonly FrameworkLine[] {
  const lines: FrameworkLine[] = [];
  const say: Say = (part, key, about, says) => lines.push({ part, key, about, says });
  const { valid } = framework;
  say('About', 'title', 'Title', framework.title);
  say('About', 'publisher', 'Publisher', framework.publisher);
  say('About', 'version', 'Version', framework.version);
  say(
    'About',
    'valid',
    'Valid',
    `${dayWords(valid.from)} to ${valid.to === null ? 'now' : dayWords(valid.to)}${basisWords(valid.basis)}`,
  );
  say('About', 'kinds', 'Kinds of inspection', framework.kinds.join(', '));
  say('About', 'labels', 'Words', Object.values(framework.labels).join(', '));
  say(
    'About',
    'order',
    'Order of judging',
    framework.order === 'hard'
      ? 'each area only after its parts'
      : 'any order; a reason is asked for where a part comes later',
  );
  framework.notes.forEach((note, at) => {
    say('About', `notes/${at}`, 'Note', note);
  });
  for (const scale of framework.scales) {
    const grades = scale.grades.map((grade) =>
      [grade.title, grade.printed, grade.meaning].filter((part) => part !== undefined).join(', '),
    );
    const others = scale.nonGrades.map((grade) => grade.title).join(', ');
    const says = `best first: ${grades.join(' > ')}; besides: ${others}${basisWords(scale.basis)}`;
    say('Scales', `scale/${scale.id}`, scale.title, says);
  }
  for (const { id, title, points, tags } of framework.sections)
    say(
      'Sections',
      `section/${id}`,
      title,
      `${points ? 'a list of points' : 'written text'}; ${(tags ?? []).join(', ')}`,
    );
  for (const area of framework.areas) sayArea(framework, area, say);
  for (const fact of framework.facts ?? [])
    say('Rules', `facts/${fact.id}`, 'Fact', `${fact.title}${basisWords(fact.basis)}`);
  for (const limiter of framework.limiters)
    say('Rules', `limiter/${limiter.id}`, limiter.title, limiterSentence(framework, limiter));
  for (const one of framework.aggregations) {
    const about = `${titleOf(framework, one.area)}, put together`;
    say('Rules', `aggregation/${one.area}`, about, aggregationSentence(framework, one));
  }
  for (const one of framework.deadlines) {
    const until = one.until === undefined ? 'the seal' : momentTitles[one.until];
    const says = `${one.workingDays} working days from ${momentTitles[one.from]} until ${until}, by the bank holidays of ${calendarTitles[one.calendar]}, waiting for ${one.waitsFor === undefined ? 'nobody named' : waitsForTitles[one.waitsFor]}${one.editableDefault ? ' (a default to review)' : ''}`;
    say('Clocks', `deadline/${one.id}`, one.title, says);
  }
  framework.reportChecks.forEach((check, at) => {
    const { basis, ...rest } = check;
    const about = 'area' in rest && rest.area !== null ? titleOf(framework, rest.area) : 'Every area';
    const says =
      rest.check === 'identifiers'
        ? `forbids ${rest.forbid.join(', ')}`
        : `${rest.atLeast} to ${rest.atMost} ${rest.check.replaceAll('-', ' ')}`;
    say('Report checks', `check/${at}`, about, `${says}${basisWords(basis)}`);
  });
  for (const one of framework.retention ?? [])
    say('Retention', `retention/${one.id}`, one.title, retentionWords(one));
  return lines;
}
