import { Body, Controller, Get, Param, Patch, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RequirePermission } from '../../access/route-access.js';
import { ReturnsTable, sendTable, tableFormat } from '../../documents/table/send-table.js';
import type { TableFormat } from '../../documents/table/table-column.js';
import { IfMatch } from '../../http/if-match.js';
import { Returns } from '../../http/returns.js';
import { idIn } from '../../http/schemas.js';
import { ExportPeopleAndSites } from '../application/export-people-and-sites.js';
import { Organizations } from '../application/organizations.js';
import { Sites } from '../application/sites.js';
import {
  createSiteRequest,
  organizationView,
  siteList,
  siteView,
  updateOrganizationRequest,
  updateSiteRequest,
  type CreateSiteRequest,
  type UpdateOrganizationRequest,
  type UpdateSiteRequest,
} from '../identity.schemas.js';

@Controller()
export class OrganizationController {
  constructor(
    private readonly organizations: Organizations,
    private readonly sites: Sites,
    private readonly files: ExportPeopleAndSites,
  ) {}

  @Get('organization')
  @RequirePermission('organization:read')
  @Returns(organizationView)
  show() {
    return this.organizations.show();
  }

  @Patch('organization')
  @RequirePermission('organization:update')
  @Returns(organizationView)
  update(
    @IfMatch() version: number,
    @Body({ schema: updateOrganizationRequest }) body: UpdateOrganizationRequest,
  ) {
    return this.organizations.update(version, body);
  }

  @Get('sites')
  @RequirePermission('organization:read')
  @Returns(siteList)
  listSites() {
    return this.sites.list();
  }

  @Get('sites/export.:format')
  @RequirePermission('organization:read')
  @ReturnsTable()
  async downloadSites(
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.files.places(format));
  }

  @Post('sites')
  @RequirePermission('site:write')
  @Returns(siteView, 201)
  createSite(@Body({ schema: createSiteRequest }) body: CreateSiteRequest) {
    return this.sites.create(body);
  }

  @Patch('sites/:id')
  @RequirePermission('site:write')
  @Returns(siteView)
  updateSite(
    @Param('id', { schema: idIn('site') }) id: string,
    @IfMatch() version: number,
    @Body({ schema: updateSiteRequest }) body: UpdateSiteRequest,
  ) {
    return this.sites.update(id, version, body);
  }
}
