import type { FindingDraft } from './finding.js';

/** What scanners found on an asset and nobody closed yet. */
export interface SevereAsset {
  assetId: string;
  assetName: string;
  critical: number;
  high: number;
  /** Titles, the worst first. */
  worst: readonly string[];
}

const CITATION = '45 CFR 164.308(a)(1)(ii)(A)';
const LONGEST_TITLE = 300;

/** One finding an asset, by its id: a scan of thousands of lines is still one thing to look at. */
export function scanFindings(assets: readonly SevereAsset[]): Map<string, FindingDraft> {
  return new Map(
    assets
      .filter(({ critical, high }) => critical + high > 0)
      .map((asset) => [
        asset.assetId,
        { ...wordsOf(asset), citations: [CITATION], standing: 'gap' as const },
      ]),
  );
}

function wordsOf({ assetName, critical, high, worst }: SevereAsset): { title: string; detail: string } {
  const open = `${counted(critical, high)} open`;
  const room = LONGEST_TITLE - open.length - 2;
  const name = assetName.length <= room ? assetName : `${assetName.slice(0, room - 1)}…`;
  const rest = critical + high > worst.length ? ' The list of vulnerabilities has them all.' : '';
  return {
    title: `${name}: ${open}`,
    detail: `Scanners found weaknesses here that are known and can be used. The worst: ${worst.join('; ')}.${rest}`,
  };
}

function counted(critical: number, high: number): string {
  const parts = [critical > 0 && `${critical} critical`, high > 0 && `${high} high`].filter(Boolean);
  const isOne = critical + high === 1;
  return `${parts.join(' and ')} ${isOne ? 'vulnerability' : 'vulnerabilities'}`;
}
