import { currentMember } from '../../../platform/context/request-context.js';
import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { membersAllowed } from '../../../platform/mail/recipients.js';
import { typedId, uuidOf } from '../../../platform/kernel/typed-id.js';
import { approvalBar } from '../domain/acceptance.js';
import { memberNames } from '../../../platform/identity/member-names.js';
import type { RiskView } from '../risk.schemas.js';

/**
 * Who may approve what waits, or what the viewer could ask for, by name: neither who asks nor who owns the risk. Null
 * where nothing waits and the viewer cannot ask.
 */
export async function acceptanceApprovers(
  tx: ReadTx,
  ownerId: string | null,
  acceptances: RiskView['acceptances'],
  mayAsk: boolean,
): Promise<RiskView['acceptanceApprovers']> {
  const waiting = acceptances.find(({ standing }) => standing === 'asked');
  if (!waiting && !mayAsk) return null;
  const askedById = waiting ? uuidOf(waiting.askedBy.id) : currentMember().memberId;
  const allowed = await membersAllowed(tx, 'risk:accept');
  const approvers = allowed.filter((id) => approvalBar({ askedById, ownerId }, id) === null);
  const names = await memberNames(tx, approvers);
  return approvers
    .map((id) => ({ id: typedId('member', id), name: names.get(id) ?? '' }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}
