import { declareRecordTypes } from '../../platform/audit/record-types.js';
import type { TakenOut } from '../../platform/documents/table/export-purpose.js';

/** Details hold ids, counts and enumerations, never what a person wrote. */
declare module '../../platform/audit/event-types.js' {
  interface AuditEvents {
    'assessment.exported': { rows: number; totalIsCapped: boolean } & TakenOut;
    'assessment.created': {
      questionnaire: string;
      threats: string;
      scales: string;
      /** The open risks of the analysis that it follows did not come along: they are in this one. */
      registerStaysIn?: string;
    };
    'assessment.updated': object;
    'assessment.register-carried': {
      fromId: string;
      risks: number;
      actions: number;
      /** The next one rates by another scale. */
      clearsRatings: boolean;
    };
    /** With how much of what it had taken over, which went back. */
    /** The words of the reason stand with the analysis, sealed. */
    'assessment.withdrawn': { reasonGiven: true; risks: number; actions: number };
    'assessment.viewed': object;
    'assessment.asset-excluded': { assetId: string };
    'assessment.asset-included': { assetId: string };
    'assessment.exclusions-exported': { rows: number } & TakenOut;
    'assessment.flows-checked': { opened: number; changed: number; resolved: number; withdrawn: number };
    'answer.saved': { questionId: string; optionId: string; standing: string };
    /** Kept, and not counted while the answer to its gate leads past its question. */
    'answer.set-aside': { questionId: string; gateId: string };
    'answer.counted-again': { questionId: string; gateId: string };
    'answer.exported': { rows: number; answers: number } & TakenOut;
    'answer.earlier-brought-in': { kept: number; replaced: number; leftOut: number };
    'answer.earlier-taken-away': { answers: number };
    'specification.decided': { requirementId: string; decision: string };
    /** As the analysis before decided it, with as many pieces of its evidence. */
    'specification.confirmed': { requirementId: string; decision: string; fromId: string; evidence: number };
    'specification.exported': { rows: number } & TakenOut;
    'finding.opened': { source: string; standing?: string };
    'finding.updated': { source: string; standing?: string };
    'finding.reopened': { source: string; standing?: string };
    'finding.resolved': { source: string };
    'finding.dismissed': { source: string };
    /** Its data flow was taken back with the import that had brought it in. */
    'finding.withdrawn': { source: string };
    'evidence.added': { subjectType: string; subjectId: string; fileSha256: string | null };
    'evidence.carried': { subjectType: string; subjectId: string; fromId: string };
    'evidence.downloaded': { subjectType: string; subjectId: string };
    'evidence.withdrawn': { subjectType: string; subjectId: string };
    'proposal.exported': { rows: number } & TakenOut;
    'proposal.accepted': { pairId: string; subjectType: string; subjectId: string; riskId: string };
    'proposal.dismissed': { pairId: string; subjectType: string; subjectId: string };
    'proposal.restored': { pairId: string; subjectType: string; subjectId: string };
    /** One decision for many; each of them has its own record besides. */
    'proposal.accepted-together': { pairId: string; assets: number; flows: number };
    'proposal.dismissed-together': { pairId: string; assets: number; flows: number };
    'proposal.restored-together': { pairId: string; assets: number; flows: number };
  }
}

declareRecordTypes({
  assessment: {
    idKind: 'assessment',
    read: 'assessment:read',
    labels: 'select id, title as label from assessment where organization_id = $1 and id = any ($2)',
  },
  answer: { idKind: 'answer', read: 'assessment:read' },
  'addressable-decision': { idKind: 'decision', read: 'assessment:read' },
  finding: {
    idKind: 'finding',
    read: 'assessment:read',
    labels: 'select id, title as label from finding where organization_id = $1 and id = any ($2)',
  },
  evidence: {
    idKind: 'evidence',
    read: 'assessment:read',
    labels: 'select id, title as label from evidence where organization_id = $1 and id = any ($2)',
  },
});
