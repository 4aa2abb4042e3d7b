import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { AnyMember } from '../../../platform/access/route-access.js';
import { Returns } from '../../../platform/http/returns.js';
import { Packs } from '../../compliance/index.js';
import { runBreachClock } from '../application/run-breach-clock.js';
import { breachClockView, breachFacts, type BreachFactsRequest } from '../breach-clock.schemas.js';

/** Works out days from facts that are sent along: nothing is read of the organization, and nothing is kept. */
@Controller('breach-clock')
export class BreachClockController {
  constructor(private readonly packs: Packs) {}

  @Post('compute')
  @HttpCode(200)
  @AnyMember()
  @Returns(breachClockView)
  async compute(@Body({ schema: breachFacts }) facts: BreachFactsRequest) {
    return runBreachClock(facts, await this.packs.breachRule());
  }
}
