import { describeFault } from './fault.js';
import type { Verification } from './verify-organization.js';

const numbers = new Intl.NumberFormat('en-US');

/** One organization's result as an operator reads it. */
export function renderVerification(name: string, result: Verification, milliseconds: number): string {
  const seconds = milliseconds / 1_000;
  const lines = [
    name,
    `  ${numbers.format(result.rows)} sealed rows judged in ${seconds.toFixed(1)} s${result.unsealed > 0 ? `, ${numbers.format(result.unsealed)} wait for the sealer` : ''}`,
    result.rootHash
      ? `  tree of ${numbers.format(result.treeSize)} rows, root ${result.rootHash}, sealed ${result.sealedAt}`
      : '  nothing sealed yet',
  ];
  if (result.faultCount === 0) return [...lines, '  no fault found', ''].join('\n');
  lines.push(`  ${numbers.format(result.faultCount)} FAULT${result.faultCount === 1 ? '' : 'S'} FOUND`);
  for (const fault of result.faults) lines.push(`  - ${describeFault(fault)}`);
  const unlisted = result.faultCount - result.faults.length;
  if (unlisted > 0) lines.push(`  - and ${numbers.format(unlisted)} more`);
  if (result.comparedTo < result.treeSize)
    lines.push(
      `  behind position ${numbers.format(result.comparedTo)} rows were judged by their MAC alone: the roots cannot be compared there`,
    );
  return [...lines, ''].join('\n');
}

export const WHAT_CANNOT_BE_SEEN = `What this cannot see: that the newest rows were cut off together with everything that speaks of them, or that the
whole database was put back to an older state. Compare the sizes and roots above with those noted elsewhere, such as
on an exported audit trail: a size that went down, or another root at the same size, tells it.`;
