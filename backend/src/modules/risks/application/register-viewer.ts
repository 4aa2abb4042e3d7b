import { currentContext, currentMember } from '../../../platform/context/request-context.js';
import type { ActionViewer } from '../domain/action-transitions.js';

/** The person of this request, as far as the rules of register and plan ask. */
export interface RegisterViewer extends ActionViewer {
  /** plan:read */
  seesAll: boolean;
  /** risk:write */
  rates: boolean;
  /** risk:accept */
  accepts: boolean;
}

export function registerViewer(): RegisterViewer {
  const { permissions } = currentContext();
  return {
    memberId: currentMember().memberId,
    plans: permissions.has('action:write'),
    works: permissions.has('action:work'),
    validates: permissions.has('action:validate'),
    seesAll: permissions.has('plan:read'),
    rates: permissions.has('risk:write'),
    accepts: permissions.has('risk:accept'),
  };
}
