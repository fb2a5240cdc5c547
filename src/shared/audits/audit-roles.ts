import { z } from 'zod';

/** What somebody is in an audit: its lead plans and draws, an auditor reads, an observer looks on. */
export const auditRoleSchema = z.enum(['lead', 'auditor', 'observer']);
export type AuditRole = z.infer<typeof auditRoleSchema>;

/** The roles as people call them. */
export const auditRoleNames: Readonly<Record<AuditRole, string>> = {
  lead: 'audit lead',
  auditor: 'auditor',
  observer: 'observer',
};
