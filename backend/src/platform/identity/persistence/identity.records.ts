import { InvitationRecord } from './invitation.record.js';
import { MembershipRecord } from './membership.record.js';
import { OrganizationRecord } from './organization.record.js';
import { SiteRecord } from './site.record.js';

export const identityRecords = [OrganizationRecord, SiteRecord, MembershipRecord, InvitationRecord];
