/** Where somebody relied on it that critical or high vulnerabilities are open on an asset. */
export interface SevereUse {
  because: 'risk' | 'assessed';
  /** SQL of a column `id`: of the assets $2 those that are spoken of so since the instant $3, in organization $1. */
  sql: string;
}

const declared: SevereUse[] = [];

/** Each module that goes by what is open on assets says here where: an undo leaves what was relied on. */
export function declareSevereUses(...uses: SevereUse[]): void {
  declared.push(...uses);
}

export function severeUses(): readonly SevereUse[] {
  return declared;
}
