import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { uncoveredChanges } from '../persistence/change-list.js';
import type { ChangeView } from '../reassessment.schemas.js';
import { changeView } from './change-view.js';

export interface ChangesOfYear {
  /** The oldest first. */
  decided: ChangeView[];
  undecided: number;
}

/** What changed around ePHI since the last signed analysis; `until`: when the one that looks at it was handed in. */
export async function changesOfYear(tx: ReadTx, until: Date | null): Promise<ChangesOfYear> {
  const { decided, undecided } = await uncoveredChanges(tx, until);
  return { decided: decided.map((row) => changeView(tx, row)), undecided };
}
