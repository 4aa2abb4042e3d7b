import { Controller, Get, Injectable, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, type OpenAPIObject } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../access/route-access.js';
import { DomainError } from '../kernel/domain-error.js';

/** The contract of the running routes, made when somebody asks first: the boot need not wait for it. */
@Injectable()
export class OpenApiText {
  private describe: (() => OpenAPIObject) | undefined;
  private text: string | undefined;

  publish(describe: () => OpenAPIObject): void {
    this.describe = describe;
  }

  read(): string {
    if (!this.describe)
      throw new DomainError('server.starting', 'unavailable', 'Still starting: try again in a moment.');
    return (this.text ??= JSON.stringify(this.describe()));
  }
}

@Controller('openapi.json')
export class OpenApiController {
  constructor(private readonly document: OpenApiText) {}

  @Get()
  @Public('the contract of the API holds no data')
  @ApiExcludeEndpoint()
  show(@Res() response: Response): void {
    response.type('application/json').send(this.document.read());
  }
}
