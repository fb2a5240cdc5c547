import { encryptPacket, wrapAad, wrapInfo } from '../lodging/packet-crypto.ts';
import type { SampleAuthor, SampleHistory } from './sample-authors.ts';
import type { SampleHappenings } from './sample-happenings.ts';
import type { SamplePanel } from './sample-panel-source.ts';
import type { Ports } from '../../ports/ports.ts';
import { challengeAnswered } from '../../../shared/moderation/challenge-answered.ts';
import { challengeRaised } from '../../../shared/moderation/challenge-raised.ts';
import { dissentRecorded } from '../../../shared/moderation/dissent-recorded.ts';
import { pointAnswered } from '../../../shared/moderation/point-answered.ts';
import { outcomeDecided } from '../../../shared/moderation/outcome-decided.ts';
import { gradeReconsidered } from '../../../shared/moderation/grade-reconsidered.ts';
import { roundClosed } from '../../../shared/lodging/round-closed.ts';
import { gradeLodging } from '../../../shared/moderation/lodged-grades.ts';
import type { SignedRecord } from '../../../shared/records/record.ts';
import { roundOpened } from '../../../shared/lodging/round-opened.ts';
import { interestDeclared } from '../../../shared/moderation/interest-declared.ts';

/** What the sample's panel stands on. */
interface PanelGround {
  readonly ports: Ports;
  readonly history: SampleHistory;
  readonly happenings: SampleHappenings;
  readonly author: (id: string) => SampleAuthor;
  /** The areas in the order in which they are graded. */
  readonly areas: readonly string[];
}

/** Adds the sample's round: really lodged, encrypted and revealed, like every other. */
export function addSamplePanel(panel: SamplePanel, ground: PanelGround): void {
  const { ports, history, happenings, author, areas } = ground;
  const { round, reveal } = panel;
  const keys = ports.hpke.makeKeyPair();
  const lodged: string[] = [];
  let opened: SignedRecord | undefined;
  const roundId = (): string => opened?.id ?? '';
  for (const { by, at, interests } of panel.interests) {
    happenings.add(at, by, async (writer) => {
      await history.add(writer, at, interestDeclared.write({ interests }));
    });
  }
  happenings.add(round.at, round.by, async (writer) => {
    const { publicKey, privateKey } = await keys;
    const revision = happenings.revisionId(round.revision);
    const deputy = author(round.deputy);
    const holders = [
      { person: writer.person, as: 'chair' as const, keys: writer.keys },
      { person: deputy.person, as: 'deputy' as const, keys: deputy.keys },
    ];
    const wraps = [];
    for (const { person, keys: own } of holders) {
      const key = (await own.encryptionKey()) ?? '';
      const half = new TextEncoder().encode(privateKey);
      const aad = wrapAad(history.draft, publicKey, person);
      wraps.push({ person, key, ...(await ports.hpke.encrypt(key, wrapInfo, aad, half)) });
    }
    opened = await history.add(
      writer,
      round.at,
      roundOpened.write({
        revision,
        areas,
        participants: round.members.map((id) => author(id).person),
        excluded: [],
        holders: holders.map(({ person, as }) => ({ person, as })),
        quorum: round.quorum,
        due: round.due,
        provisionalShown: null,
        publicKey,
        wraps,
      }),
    );
  });
  for (const { by, at, entries } of panel.lodged) {
    happenings.add(at, by, async (writer) => {
      const { publicKey } = await keys;
      const answers = areas.flatMap((area) =>
        entries
          .filter((entry) => entry.area === area)
          .map(({ grade, sure, rationale, evidence }) => ({
            area,
            answer: { grade },
            rationale,
            sure,
            evidence: evidence.map((key) => happenings.noteId(key)),
          })),
      );
      const place = opened && { draft: history.draft, round: opened, author: writer.person, n: 1 };
      const body = place && (await encryptPacket(ports.hpke, publicKey, gradeLodging, place, answers));
      if (body == null) throw new Error('the grades of the sample do not fit into a packet');
      lodged.push((await history.add(writer, at, gradeLodging.lodged.write(body))).id);
    });
  }
  happenings.add(reveal.at, reveal.by, async (writer) => {
    const { privateKey } = await keys;
    const body = { round: roundId(), privateKey, counted: lodged.toSorted(), reason: null };
    await history.add(writer, reveal.at, roundClosed.write(body));
  });
  addMeeting(panel, ground, roundId);
}

/** What came of the reveal: second thoughts, outcomes with their points and answers, dissents, challenges. */
function addMeeting(
  panel: SamplePanel,
  { history, happenings, author }: PanelGround,
  round: () => string,
): void {
  for (const { by, at, area, grade, reason } of panel.reconsidered) {
    happenings.add(at, by, async (writer) => {
      const body = { round: round(), area, answer: { grade }, reason };
      await history.add(writer, at, gradeReconsidered.write(body));
    });
  }
  for (const { by, at, area, outcome, grade, rule, reason, points } of panel.outcomes) {
    let decided = '';
    happenings.add(at, by, async (writer) => {
      const owned = points.map(({ text, owner, due }) => ({ text, owner: author(owner).person, due }));
      const body = { outcome, agreed: { grade }, rule, reason, points: owned };
      const record = await history.add(
        writer,
        at,
        outcomeDecided.write({
          round: round(),
          area,
          outcome: body,
          over: [],
        }),
      );
      decided = record.id;
    });
    for (const [point, { answer }] of points.entries()) {
      happenings.add(answer.at, answer.by, async (writer) => {
        const body = { outcome: decided, point, answer: answer.text };
        await history.add(writer, answer.at, pointAnswered.write(body));
      });
    }
  }
  for (const { by, at, area, grade, text } of panel.dissents) {
    happenings.add(at, by, async (writer) => {
      await history.add(writer, at, dissentRecorded.write({ round: round(), area, grade: { grade }, text }));
    });
  }
  for (const { by, at, area, text, owner, due, answer } of panel.challenges) {
    let raised = '';
    happenings.add(at, by, async (writer) => {
      const about = { what: 'omission' as const, area };
      const body = { about, text, owner: author(owner).person, due };
      raised = (await history.add(writer, at, challengeRaised.write(body))).id;
    });
    happenings.add(answer.at, answer.by, async (writer) => {
      await history.add(
        writer,
        answer.at,
        challengeAnswered.write({ challenge: raised, answer: answer.text }),
      );
    });
  }
}
