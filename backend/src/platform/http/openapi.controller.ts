import { Controller, Get, Injectable, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, type OpenAPIObject } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../access/route-access.js';
import { DomainError } from '../kernel/domain-error.js';

/** The contract of the running routes, made once after the boot. */
@Injectable()
export class OpenApiText {
  private text: string | undefined;

  publish(document: OpenAPIObject): void {
    this.text = JSON.stringify(document);
  }

  read(): string {
    if (!this.text)
      throw new DomainError('server.starting', 'unavailable', 'Still starting: try again in a moment.');
    return this.text;
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
