import { typedIdPattern, uuidOf } from '../../../platform/kernel/typed-id.js';
import type { ReadTx } from '../../../platform/database/tenant-db.js';
import {
  assetsThatDiffer,
  COMPARED_OF_ASSETS,
  COMPARED_OF_FLOWS,
  dataFlowsInInventory,
  flowsThatDiffer,
  knownRecords,
  namedAssets,
  type NewRecord,
} from '../../inventory/index.js';
import { MOST_CHANGES } from '../changes.schemas.js';
import { ratesAlike } from '../domain/carried-risk.js';
import { excludedAssetIds } from '../persistence/exclusions.js';
import { reportAnswers } from '../persistence/report-answers.query.js';
import {
  CLOSED,
  openMark,
  risksThatDiffer,
  type ListedRisk,
  type RiskWords,
} from '../persistence/risks-that-differ.query.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';
import { packsView } from './build-report.js';
import {
  assetKey,
  flowKey,
  inScope,
  type ComparableReport,
  type ComparedRisk,
  type Comparison,
  type LaterReport,
  type LeftOut,
} from './comparable-report.js';
import { assetView, flowView } from './report-inventory.js';
import type { PacksOfReport } from './report-packs.js';
import { RegisterWords } from './report-register.js';
import { reportSections, type NameOf } from './report-sections.js';
import { readSpecifications } from './specifications.js';

/**
 * An earlier analysis against a draft as it stands. Of the long lists the database hands over what differs; what is the same
 * in both, and what is new beyond what is listed, is counted there.
 */
export async function compareWithDraft(
  tx: ReadTx,
  assessmentId: string,
  packs: PacksOfReport,
  before: ComparableReport,
  most = MOST_CHANGES,
): Promise<Comparison> {
  const assessment = packsView(packs);
  const leftOut = [...(await excludedAssetIds(tx, assessmentId))];
  const assets = await compareAssets(tx, before, { leftOut, mostAdded: most });
  const dataFlows = await compareFlows(tx, before, { leftOut, mostAdded: most });
  const risks = await compareRisks(tx, assessmentId, packs, before, most);
  return {
    before: { ...before, assets: assets.before, dataFlows: dataFlows.before, risks: risks.before },
    after: {
      assessment,
      assets: assets.after,
      dataFlows: dataFlows.after,
      sections: reportSections(packs.questionnaire, await reportAnswers(tx, assessmentId), new Map(), nobody),
      risks: risks.after,
      specifications: await readSpecifications(tx, assessmentId, packs),
    },
    leftOut: { assets: assets.leftOut, dataFlows: dataFlows.leftOut, risks: risks.leftOut },
  };
}

/** Who answered is not compared. */
const nobody: NameOf = () => '';

/** What of the inventory is looked at, and how many new ones are handed over. */
interface InventoryAsked {
  leftOut: readonly string[];
  mostAdded: number;
}

/** One list of both years, as far as it may differ. */
interface Lists<Before, After = Before> {
  before: Before[];
  after: After[];
  leftOut: LeftOut;
}

async function compareAssets(
  tx: ReadTx,
  report: ComparableReport,
  asked: InventoryAsked,
): Promise<Lists<AssessmentReport['assets'][number], LaterReport['assets'][number]>> {
  const before = inScope(report.assets);
  const notes = new Map(before.map((asset) => [assetKey(asset), asset.notes]));
  const { rows, unmatched, same, moreAdded } = await assetsThatDiffer(
    tx,
    knownRecords(before, assetKey, COMPARED_OF_ASSETS, 1),
    { ...asked, notesOf: (key) => notes.get(key) ?? '' },
  );
  const after = rows.map((row) => (isNew(row) ? row : assetView(row, undefined)));
  return {
    before: keptOf(before, assetKey, [...unmatched, ...keysOf(after, assetKey)]),
    after,
    leftOut: { same, added: moreAdded },
  };
}

async function compareFlows(
  tx: ReadTx,
  { dataFlows }: ComparableReport,
  asked: InventoryAsked,
): Promise<Lists<AssessmentReport['dataFlows'][number], LaterReport['dataFlows'][number]>> {
  const known = knownRecords(dataFlows, flowKey, COMPARED_OF_FLOWS, 3);
  const { rows, unmatched, same, moreAdded } = await flowsThatDiffer(tx, known, asked);
  const after = rows.map((row) => (isNew(row) ? row : flowView(row)));
  return {
    before: keptOf(dataFlows, flowKey, [...unmatched, ...keysOf(after, flowKey)]),
    after,
    leftOut: { same, added: moreAdded },
  };
}

function isNew(row: object): row is NewRecord {
  return 'newName' in row;
}

function keysOf<T extends object>(rows: readonly (T | NewRecord)[], keyOf: (row: T) => string): string[] {
  return rows.flatMap((row) => (isNew(row) ? [] : keyOf(row)));
}

/** All rows of a key stay together: which of them counts is decided where they are compared. */
function keptOf<T>(rows: readonly T[], keyOf: (row: T) => string, keys: readonly string[]): T[] {
  const kept = new Set(keys);
  return rows.filter((row) => kept.has(keyOf(row)));
}

async function compareRisks(
  tx: ReadTx,
  assessmentId: string,
  packs: PacksOfReport,
  before: ComparableReport,
  mostAdded: number,
): Promise<Lists<ComparedRisk, LaterReport['risks'][number]>> {
  const sameScale = ratesAlike(before.assessment.scale, packsView(packs).scale);
  const isNamed = ({ id }: { id: string }): boolean => typedIdPattern('risk').test(id);
  const known = before.risks.filter(isNamed).map(({ id, status, residual }) => {
    const level = residual?.level ?? null;
    // A level of one scale is none of another: where the scales differ, what was rated is never the same.
    const mark = level !== null && !sameScale ? 'open, by another scale' : openMark(level);
    return { id: uuidOf(id), mark: status === 'closed' ? CLOSED : mark };
  });
  const { listed, unmatched, same, moreAdded } = await risksThatDiffer(tx, assessmentId, known, {
    compareWords: known.length < before.risks.length,
    mostAdded,
  });
  const kept = new Set(unmatched);
  return {
    before: before.risks.filter((risk) => !isNamed(risk) || kept.has(uuidOf(risk.id))),
    after: await comparedRisks(tx, packs, listed),
    leftOut: { same, added: moreAdded },
  };
}

async function comparedRisks(
  tx: ReadTx,
  packs: PacksOfReport,
  listed: readonly ListedRisk[],
): Promise<LaterReport['risks']> {
  const words = await wordsOf(tx, packs, listed);
  return listed.map(({ id, number, title, status, level, isNew: isNewOne, words: ids }) => {
    const residual = level === null ? null : { level };
    if (isNewOne && ids === null) return { isNew: true, number, title, residual };
    return { id, number, title, status, residual, ...words.about(ids ?? NO_WORDS) };
  });
}

/** One that was there is known by its id. */
const NO_WORDS: RiskWords = {
  threatId: null,
  vulnerabilityId: null,
  assetId: null,
  dataFlowId: null,
  findingTitle: null,
};

/** The names of what these risks are about, and of nothing else. */
async function wordsOf(
  tx: ReadTx,
  packs: PacksOfReport,
  risks: readonly ListedRisk[],
): Promise<RegisterWords> {
  const idsOf = (column: 'assetId' | 'dataFlowId'): string[] => [
    ...new Set(risks.flatMap(({ words }) => words?.[column] ?? [])),
  ];
  const [assetIds, flowIds] = [idsOf('assetId'), idsOf('dataFlowId')];
  const assets = assetIds.length > 0 ? await namedAssets(tx, assetIds) : [];
  const flows = flowIds.length > 0 ? await dataFlowsInInventory(tx, flowIds) : [];
  return new RegisterWords(packs.threats, assets, flows, nobody, packs.earlierScale);
}
