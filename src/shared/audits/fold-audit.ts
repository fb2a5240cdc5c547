import { RecordGraph, type GraphRecord } from '../records/record-graph.ts';
import type { PersonId, RecordId, SignedRecord } from '../records/record.ts';
import { auditEventTypes } from './audit-event-types.ts';
import { isNewerThan } from '../records/define-event.ts';
import { auditBegun } from './audit-begun.ts';
import { auditorNamed } from './auditor-named.ts';
import { auditPlanned } from './audit-planned.ts';
import { frameFrozen } from './frame-frozen.ts';
import type { AuditRole } from './audit-roles.ts';
import type { Sha256 } from './consistent-sampler.ts';
import { beginDraw, stepOfDraw, type Draw } from './fold-draw.ts';
import { stepOfFindings, type Finding } from './fold-findings.ts';
import { stepOfReadings, type Reading } from './fold-readings.ts';

/** What an audit's log says. */
export interface Audit {
  readonly id: RecordId;
  readonly name: string;
  readonly purpose: string;
  readonly begunBy: PersonId;
  /** ISO time, as its author's clock claims. */
  readonly begunAt: string;
  readonly people: ReadonlyMap<PersonId, AuditRole>;
  /** Every frame that was frozen, the first first: a draw that was abandoned is one too. */
  readonly draws: readonly Draw[];
  /** Who reads which drawn judgments, and what they lodged; of every draw. */
  readonly readings: readonly Reading[];
  /** Findings to the people of judgments that were read, the first first. */
  readonly findings: readonly Finding[];
  /** Records that count for nothing, each with why. */
  readonly setAside: ReadonlyMap<RecordId, string>;
  /** Whether a newer version wrote in it. */
  readonly newer: boolean;
  readonly graph: RecordGraph;
}

const notLead = 'Its author was not audit lead then.';

/**
 * What a set of certified records says of the audit with this id, the same whatever order they came in: in fold order each
 * counts by the roles that stood before it. Null where its first record is not among them.
 */
export function foldAudit(id: RecordId, records: Iterable<SignedRecord>, sha256: Sha256): Audit | null {
  const graph = new RecordGraph(id, records, auditEventTypes);
  const first = graph.get(id);
  if (first?.event == null || first.record.type !== auditBegun.type) return null;
  const { author: begunBy, at: begunAt } = first.record;
  const people = new Map<PersonId, AuditRole>([[begunBy, 'lead']]);
  const draws = new Map<RecordId, Draw>();
  const readings = new Map<string, Reading>();
  const findings = new Map<RecordId, Finding>();
  const setAside = new Map<RecordId, string>();
  let plan = { name: '', purpose: '' };

  /** Why a record counts for nothing; null where it counts. */
  function take({ record }: GraphRecord): string | null {
    const isLead = people.get(record.author) === 'lead';
    const planned = auditPlanned.in(record);
    if (planned !== undefined) {
      if (!isLead) return notLead;
      plan = planned;
      return null;
    }
    const named = auditorNamed.in(record);
    if (named !== undefined) {
      if (!isLead) return notLead;
      const others = [...people].filter(([person, role]) => role === 'lead' && person !== named.person);
      if (others.length === 0 && named.role !== 'lead') return 'It would leave the audit without a lead.';
      if (named.role === null) people.delete(named.person);
      else people.set(named.person, named.role);
      return null;
    }
    const frozen = frameFrozen.in(record);
    if (frozen !== undefined) {
      if (!isLead) return notLead;
      const begun = beginDraw(record, frozen, people);
      if (typeof begun === 'string') return begun;
      draws.set(record.id, begun);
      return null;
    }
    const reading = stepOfReadings(record, { draws, readings, graph, people });
    if (reading !== undefined) return reading;
    const finding = stepOfFindings(record, { findings, draws, readings, people });
    return finding === undefined ? stepOfDraw(record, { draws, graph, people, sha256 }) : finding;
  }

  for (const entry of graph.entries) {
    if (entry.event === null || entry.record.id === id) continue;
    const why = take(entry);
    if (why !== null) setAside.set(entry.record.id, why);
  }
  const newer = graph.entries.some(({ record }) => isNewerThan(auditEventTypes, record));
  const said = {
    draws: [...draws.values()],
    readings: [...readings.values()],
    findings: [...findings.values()],
    setAside,
  };
  return { id, ...plan, begunBy, begunAt, people, ...said, newer, graph };
}
