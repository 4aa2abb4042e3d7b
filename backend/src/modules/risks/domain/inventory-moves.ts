/** What came, changed or went in the inventory since an analysis was submitted: it is signed as the inventory stands. */
export interface InventoryMoves {
  assets: number;
  dataFlows: number;
  vendors: number;
  undoneImports: number;
  /** When the last of them changed; null: none did. */
  last: string | null;
}

/** Tells one state of the inventory since the submission from another; empty: nothing moved. */
export function markOf(moved: InventoryMoves | null): string {
  if (!moved || !hasMoved(moved)) return '';
  const { assets, dataFlows, vendors, undoneImports, last } = moved;
  return [assets, dataFlows, vendors, undoneImports, last].join(' ');
}

/** What the signer should know before the signature, or null. */
export function movedWarning(moved: InventoryMoves | null): string | null {
  if (!moved || !hasMoved(moved)) return null;
  const changed = [
    counted(moved.assets, 'asset', 'assets'),
    counted(moved.dataFlows, 'data flow', 'data flows'),
    counted(moved.vendors, 'vendor', 'vendors'),
  ].filter((words) => words !== null);
  const undone = counted(moved.undoneImports, 'import was', 'imports were');
  const said = [
    changed.length > 0 ? `${changed.join(', ')} came or changed` : null,
    undone && `${undone} undone`,
  ].filter((words) => words !== null);
  return `Since it was submitted, ${said.join(', and ')}. What is signed shows the inventory as it is now, and nobody looked at this in the analysis. Return it if it matters.`;
}

function hasMoved({ assets, dataFlows, vendors, undoneImports }: InventoryMoves): boolean {
  return assets + dataFlows + vendors + undoneImports > 0;
}

function counted(number: number, one: string, many: string): string | null {
  return number === 0 ? null : `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}
