import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import { ROWS_A_PAGE, rowsOfPages } from '../../../platform/documents/table/rows-of-pages.js';
import type { TableColumn, TableFormat } from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import type { ProposalExportQuery, ProposalPage, ProposalState } from '../proposal.schemas.js';
import { ListProposals } from './list-proposals.js';

type Subject = ProposalPage['items'][number];

/** One pair of threat and weak point on one asset or data flow, and what became of it. */
type Row = Subject['proposals'][number] & {
  state: ProposalState;
  subject: Pick<Subject, 'type' | 'id' | 'tag' | 'name' | 'kind'>;
};

const STATES: readonly ProposalState[] = ['open', 'accepted', 'dismissed'];
const COUNTED = { open: 'undecided', accepted: 'accepted', dismissed: 'dismissed' } as const;

/** What is proposed for each asset and flow, and what was decided about it, as a file, under the filters of the view. */
@Injectable()
export class ExportProposals {
  constructor(
    private readonly db: TenantDb,
    private readonly proposals: ListProposals,
  ) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(
    assessmentId: string,
    format: TableFormat,
    { state, ...filter }: ProposalExportQuery,
  ): Promise<TableFile> {
    const states = state === 'all' ? STATES : [state];
    const { counts } = await this.proposals.execute(assessmentId, { ...filter, state: 'open', limit: 1 });
    const pack = await this.db.write(async (tx) => {
      tx.audit.record({
        action: 'proposal.exported',
        target: { type: 'proposal', id: null },
        parent: { type: 'assessment', id: assessmentId },
        detail: {
          rows: states.reduce((sum, one) => sum + counts[COUNTED[one]], 0),
          ...takenOut(format, { state, ...filter }),
        },
      });
      const { threatsPack, threatsVersion } = await assessmentPins(tx, assessmentId);
      return `${threatsPack} ${threatsVersion}`;
    });
    const batches = rowsOfPages((mark) => this.piece(assessmentId, filter, states, mark));
    return tableFile(format, { name: 'proposed-threats', columns: columnsOf(pack), batches });
  }

  /** One state after the other; the mark of a page says in which it stands. */
  private async piece(
    assessmentId: string,
    filter: Omit<ProposalExportQuery, 'state'>,
    states: readonly ProposalState[],
    mark: string | undefined,
  ): Promise<{ items: Row[]; nextCursor: string | null }> {
    const [at = '0', cursor] = mark?.split(' ') ?? [];
    const state = states[Number(at)]!;
    const query = { ...filter, state, limit: ROWS_A_PAGE, cursor };
    const { items, nextCursor } = await this.proposals.piece(assessmentId, query);
    const following = Number(at) + 1 < states.length ? String(Number(at) + 1) : null;
    return {
      items: items.flatMap(({ proposals, ...subject }) =>
        proposals.map((row) => ({ ...row, state, subject })),
      ),
      nextCursor: nextCursor === null ? following : `${at} ${nextCursor}`,
    };
  }
}

const columnsOf = (pack: string): readonly TableColumn<Row>[] => [
  { key: 'subjectTag', heading: 'Tag', value: ({ subject }) => subject.tag },
  { key: 'subject', heading: 'Asset or data flow', value: ({ subject }) => subject.name },
  {
    key: 'subjectKind',
    heading: 'Kind',
    value: ({ subject }) => subject.kind,
    words: { ...codeWords.assetKind, 'data-flow': codeWords.recordType['data-flow'] },
  },
  { key: 'threat', heading: 'Threat', value: ({ threat }) => threat.title },
  { key: 'vulnerability', heading: 'Weak point', value: ({ vulnerability }) => vulnerability.title },
  { key: 'rationale', heading: 'Why it is proposed', value: ({ rationale }) => rationale },
  { key: 'state', heading: 'State', value: ({ state }) => state, words: codeWords.proposalState },
  {
    key: 'risk',
    heading: 'Risk',
    value: ({ decision }) => (decision?.risk ? `R-${decision.risk.number}` : null),
  },
  { key: 'reason', heading: 'Why it was turned down', value: ({ decision }) => decision?.reason ?? null },
  { key: 'decidedBy', heading: 'Decided by', value: ({ decision }) => decision?.by?.name ?? null },
  { key: 'decidedAt', heading: 'Decided at', value: ({ decision }) => decision?.at ?? null },
  {
    key: 'turnedDownBefore',
    heading: 'Turned down last time, because',
    value: ({ earlier }) => earlier?.reason ?? null,
  },
  {
    key: 'suggestedLikelihood',
    heading: 'Likelihood to begin with',
    value: ({ suggestedLikelihood }) => suggestedLikelihood?.label ?? null,
  },
  {
    key: 'suggestedImpact',
    heading: 'Impact to begin with',
    value: ({ suggestedImpact }) => suggestedImpact?.label ?? null,
  },
  { key: 'citations', heading: 'Citations', value: ({ citations }) => citations },
  { key: 'pack', heading: 'Catalog', value: () => pack },
  { key: 'pairId', heading: 'Pair', value: ({ pairId }) => pairId },
  { key: 'subjectId', heading: 'Id', value: ({ subject }) => subject.id },
];
