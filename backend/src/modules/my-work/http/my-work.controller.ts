import { Controller, Get } from '@nestjs/common';
import { AnyMember } from '../../../platform/access/route-access.js';
import { Returns } from '../../../platform/http/returns.js';
import { ShowMyWork } from '../application/show-my-work.js';
import { myWorkView } from '../my-work.schemas.js';

@Controller('my-work')
export class MyWorkController {
  constructor(private readonly myWork: ShowMyWork) {}

  @Get()
  @AnyMember()
  @Returns(myWorkView)
  show() {
    return this.myWork.execute();
  }
}
