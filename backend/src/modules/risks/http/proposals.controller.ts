import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RequirePermission } from '../../../platform/access/route-access.js';
import type { TableFormat } from '../../../platform/documents/table/table-column.js';
import { ReturnsTable, sendTable, tableFormat } from '../../../platform/documents/table/send-table.js';
import { Returns, ReturnsNothing } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import { AcceptPair } from '../application/accept-pair.js';
import { DecidePair } from '../application/decide-pair.js';
import { DecideProposals } from '../application/decide-proposals.js';
import { ExportProposals } from '../application/export-proposals.js';
import { ListProposals } from '../application/list-proposals.js';
import { ListProposedPairs } from '../application/list-proposed-pairs.js';
import {
  acceptedPair,
  acceptPairRequest,
  acceptProposalRequest,
  acceptProposalsRequest,
  dismissPairRequest,
  dismissProposalRequest,
  dismissProposalsRequest,
  oneProposedPair,
  oneProposedPairQuery,
  pairOutcome,
  proposalExportQuery,
  proposalOutcomes,
  proposalPage,
  proposalQuery,
  proposedPairPage,
  restorePairRequest,
  type AcceptPairRequest,
  type PairOnSubject,
  type PairRequest,
  type ProposalExportQuery,
  type ProposalFilter,
  type ProposalQuery,
} from '../proposal.schemas.js';
import { packRowId } from '../answer.schemas.js';
import { riskView } from '../risk.schemas.js';

const assessmentId = { schema: idIn('assessment') };
const pairParam = { schema: packRowId };

@Controller('assessments/:id/proposals')
export class ProposalsController {
  constructor(
    private readonly proposals: ListProposals,
    private readonly exportProposals: ExportProposals,
    private readonly decide: DecideProposals,
    private readonly pairs: ListProposedPairs,
    private readonly decidePair: DecidePair,
    private readonly acceptTogether: AcceptPair,
  ) {}

  @Get()
  @RequirePermission('assessment:read')
  @Returns(proposalPage)
  list(@Param('id', assessmentId) id: string, @Query({ schema: proposalQuery }) query: ProposalQuery) {
    return this.proposals.execute(id, query);
  }

  @Get('export.:format')
  @RequirePermission('report:export')
  @ReturnsTable()
  async download(
    @Param('id', assessmentId) id: string,
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Query({ schema: proposalExportQuery }) query: ProposalExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.exportProposals.execute(id, format, query));
  }

  @Get('pairs')
  @RequirePermission('assessment:read')
  @Returns(proposedPairPage)
  listPairs(@Param('id', assessmentId) id: string, @Query({ schema: proposalQuery }) query: ProposalQuery) {
    return this.pairs.execute(id, query);
  }

  @Get('pairs/:pairId')
  @RequirePermission('assessment:read')
  @Returns(oneProposedPair)
  showPair(
    @Param('id', assessmentId) id: string,
    @Param('pairId', pairParam) pairId: string,
    @Query({ schema: oneProposedPairQuery }) filter: ProposalFilter,
  ) {
    return this.pairs.one(id, pairId, filter);
  }

  /** Makes one risk of a pair for all that the filter leaves and that are still open. */
  @Post('pairs/:pairId/acceptance')
  @RequirePermission('assessment:write')
  @Returns(acceptedPair)
  acceptPair(
    @Param('id', assessmentId) id: string,
    @Param('pairId', pairParam) pairId: string,
    @Body({ schema: acceptPairRequest }) body: AcceptPairRequest,
  ) {
    return this.acceptTogether.execute(id, pairId, body);
  }

  /** Turns a pair down for all that the filter leaves and that are still open. */
  @Post('pairs/:pairId/dismissal')
  @RequirePermission('assessment:write')
  @Returns(pairOutcome)
  dismissPair(
    @Param('id', assessmentId) id: string,
    @Param('pairId', pairParam) pairId: string,
    @Body({ schema: dismissPairRequest }) body: PairRequest,
  ) {
    return this.decidePair.dismiss(id, pairId, body);
  }

  /** Takes back what was turned down, for all that the filter leaves. */
  @Post('pairs/:pairId/restoration')
  @RequirePermission('assessment:write')
  @Returns(pairOutcome)
  restorePair(
    @Param('id', assessmentId) id: string,
    @Param('pairId', pairParam) pairId: string,
    @Body({ schema: restorePairRequest }) body: Omit<PairRequest, 'reason'>,
  ) {
    return this.decidePair.restore(id, pairId, body);
  }

  @Post('acceptance')
  @RequirePermission('assessment:write')
  @Returns(riskView, 201)
  accept(
    @Param('id', assessmentId) id: string,
    @Body({ schema: acceptProposalRequest }) body: PairOnSubject,
  ) {
    return this.decide.accept(id, body);
  }

  @Post('acceptance/bulk')
  @RequirePermission('assessment:write')
  @Returns(proposalOutcomes)
  acceptMany(
    @Param('id', assessmentId) id: string,
    @Body({ schema: acceptProposalsRequest }) body: { items: PairOnSubject[] },
  ) {
    return this.decide.acceptMany(id, body.items);
  }

  @Post('dismissal')
  @RequirePermission('assessment:write')
  @Returns(proposalOutcomes)
  dismiss(
    @Param('id', assessmentId) id: string,
    @Body({ schema: dismissProposalRequest }) { reason, ...pair }: PairOnSubject & { reason: string },
  ) {
    return this.decide.dismiss(id, [pair], reason);
  }

  @Post('dismissal/bulk')
  @RequirePermission('assessment:write')
  @Returns(proposalOutcomes)
  dismissMany(
    @Param('id', assessmentId) id: string,
    @Body({ schema: dismissProposalsRequest }) body: { items: PairOnSubject[]; reason: string },
  ) {
    return this.decide.dismiss(id, body.items, body.reason);
  }

  /** Takes a dismissal back. */
  @Post('restoration')
  @RequirePermission('assessment:write')
  @ReturnsNothing()
  restore(
    @Param('id', assessmentId) id: string,
    @Body({ schema: acceptProposalRequest }) body: PairOnSubject,
  ): Promise<void> {
    return this.decide.restore(id, body);
  }
}
