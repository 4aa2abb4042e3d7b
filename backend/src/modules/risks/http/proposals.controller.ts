import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { Returns, ReturnsNothing } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import { DecideProposals } from '../application/decide-proposals.js';
import { ListProposals } from '../application/list-proposals.js';
import {
  acceptProposalRequest,
  acceptProposalsRequest,
  dismissalList,
  dismissProposalRequest,
  dismissProposalsRequest,
  proposalOutcomes,
  proposalPage,
  proposalQuery,
  type PairOnSubject,
  type ProposalQuery,
} from '../proposal.schemas.js';
import { riskView } from '../risk.schemas.js';

const assessmentId = { schema: idIn('assessment') };

@Controller('assessments/:id/proposals')
export class ProposalsController {
  constructor(
    private readonly proposals: ListProposals,
    private readonly decide: DecideProposals,
  ) {}

  @Get()
  @RequirePermission('assessment:read')
  @Returns(proposalPage)
  list(@Param('id', assessmentId) id: string, @Query({ schema: proposalQuery }) query: ProposalQuery) {
    return this.proposals.execute(id, query);
  }

  @Get('dismissals')
  @RequirePermission('assessment:read')
  @Returns(dismissalList)
  dismissals(@Param('id', assessmentId) id: string) {
    return this.proposals.dismissals(id);
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
