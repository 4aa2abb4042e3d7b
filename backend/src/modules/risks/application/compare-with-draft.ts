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
} from '../../inventory/index.js';
import { MOST_CHANGES } from '../changes.schemas.js';
import { ratesAlike } from '../domain/carried-risk.js';
import { excludedAssetIds } from '../persistence/exclusions.js';
import { reportAnswers } from '../persistence/report-answers.query.js';
import { reportHead } from '../persistence/report-head.query.js';
import { reportRisks, type ReportedRisk } from '../persistence/report-register.query.js';
import { CLOSED, openMark, risksThatDiffer } from '../persistence/risks-that-differ.query.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';
import { assessmentView } from './build-report.js';
import {
  assetKey,
  flowKey,
  inScope,
  type ComparableReport,
  type Comparison,
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
  const head = await reportHead(tx, assessmentId);
  const nameOf: NameOf = (memberId) => head.members[memberId] ?? '';
  const assessment = assessmentView(assessmentId, head, packs, nameOf);
  const leftOut = [...(await excludedAssetIds(tx, assessmentId))];
  const assets = await compareAssets(tx, before, { leftOut, mostAdded: most });
  const dataFlows = await compareFlows(tx, before, { leftOut, mostAdded: most });
  const risks = await compareRisks(tx, assessmentId, before, assessment, most);
  const words = await wordsOf(tx, packs, risks.after, nameOf);
  return {
    before: { ...before, assets: assets.before, dataFlows: dataFlows.before, risks: risks.before },
    after: {
      assessment,
      assets: assets.after,
      dataFlows: dataFlows.after,
      sections: reportSections(packs.questionnaire, await reportAnswers(tx, assessmentId), new Map(), nameOf),
      risks: risks.after.map((risk) => words.risk(risk)),
      specifications: await readSpecifications(tx, assessmentId, packs),
    },
    leftOut: { assets: assets.leftOut, dataFlows: dataFlows.leftOut, risks: risks.leftOut },
  };
}

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
): Promise<Lists<AssessmentReport['assets'][number]>> {
  const before = inScope(report);
  const notes = new Map(before.map((asset) => [assetKey(asset), asset.notes]));
  const { rows, unmatched, same, moreAdded } = await assetsThatDiffer(
    tx,
    knownRecords(before, assetKey, COMPARED_OF_ASSETS),
    { ...asked, notesOf: (key) => notes.get(key) ?? '' },
  );
  const after = rows.map((asset) => assetView(asset, undefined));
  return {
    before: keptOf(before, assetKey, [...unmatched, ...after.map(assetKey)]),
    after,
    leftOut: { same, added: moreAdded },
  };
}

async function compareFlows(
  tx: ReadTx,
  { dataFlows }: ComparableReport,
  asked: InventoryAsked,
): Promise<Lists<AssessmentReport['dataFlows'][number]>> {
  const known = knownRecords(dataFlows, flowKey, COMPARED_OF_FLOWS);
  const { rows, unmatched, same, moreAdded } = await flowsThatDiffer(tx, known, asked);
  const after = rows.map(flowView);
  return {
    before: keptOf(dataFlows, flowKey, [...unmatched, ...after.map(flowKey)]),
    after,
    leftOut: { same, added: moreAdded },
  };
}

/** All rows of a key stay together: which of them counts is decided where they are compared. */
function keptOf<T>(rows: readonly T[], keyOf: (row: T) => string, keys: readonly string[]): T[] {
  const kept = new Set(keys);
  return rows.filter((row) => kept.has(keyOf(row)));
}

async function compareRisks(
  tx: ReadTx,
  assessmentId: string,
  before: ComparableReport,
  { scale }: ComparableReport['assessment'],
  mostAdded: number,
): Promise<Lists<AssessmentReport['risks'][number], ReportedRisk>> {
  const sameScale = ratesAlike(before.assessment.scale, scale);
  const isNamed = ({ id }: { id: string }): boolean => typedIdPattern('risk').test(id);
  const known = before.risks.filter(isNamed).map(({ id, status, residual }) => {
    const level = residual?.level ?? null;
    // A level of one scale is none of another: where the scales differ, what was rated is never the same.
    const mark = level !== null && !sameScale ? 'open, by another scale' : openMark(level);
    return { id: uuidOf(id), mark: status === 'closed' ? CLOSED : mark };
  });
  const { ids, unmatched, same, moreAdded } = await risksThatDiffer(tx, assessmentId, known, {
    compareWords: known.length < before.risks.length,
    mostAdded,
  });
  const kept = new Set(unmatched);
  return {
    before: before.risks.filter((risk) => !isNamed(risk) || kept.has(uuidOf(risk.id))),
    after: ids.length > 0 ? await reportRisks(tx, assessmentId, ids) : [],
    leftOut: { same, added: moreAdded },
  };
}

/** The names of what these risks are about, and of nothing else. */
async function wordsOf(
  tx: ReadTx,
  packs: PacksOfReport,
  risks: readonly ReportedRisk[],
  nameOf: NameOf,
): Promise<RegisterWords> {
  const assetIds = [...new Set(risks.map(({ assetId }) => assetId).filter((id) => id !== null))];
  const flowIds = [...new Set(risks.map(({ dataFlowId }) => dataFlowId).filter((id) => id !== null))];
  const assets = assetIds.length > 0 ? await namedAssets(tx, assetIds) : [];
  const flows = flowIds.length > 0 ? await dataFlowsInInventory(tx, flowIds) : [];
  return new RegisterWords(packs.threats, assets, flows, nameOf, packs.earlierScale);
}
