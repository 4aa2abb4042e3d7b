import { Body, Controller, Delete, Get, Param, Patch, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AnyMember, RequirePermission } from '../../access/route-access.js';
import type { Role } from '../../access/roles.js';
import { ReturnsTable, sendTable, tableFormat } from '../../documents/table/send-table.js';
import type { TableFormat } from '../../documents/table/table-column.js';
import { IfMatch } from '../../http/if-match.js';
import { Returns, ReturnsNothing } from '../../http/returns.js';
import { idIn } from '../../http/schemas.js';
import { ExportPeopleAndSites } from '../application/export-people-and-sites.js';
import { Invitations } from '../application/invitations.js';
import { Members } from '../application/members.js';
import {
  colleagueList,
  invitationList,
  inviteRequest,
  inviteResponse,
  memberList,
  memberView,
  updateMemberRequest,
  type InviteRequest,
} from '../identity.schemas.js';

@Controller()
export class MembersController {
  constructor(
    private readonly members: Members,
    private readonly invitations: Invitations,
    private readonly files: ExportPeopleAndSites,
  ) {}

  @Get('members')
  @RequirePermission('member:read')
  @Returns(memberList)
  list() {
    return this.members.list();
  }

  @Get('members/export.:format')
  @RequirePermission('member:read')
  @ReturnsTable()
  async download(
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.files.people(format));
  }

  @Get('colleagues')
  @AnyMember()
  @Returns(colleagueList)
  colleagues() {
    return this.members.colleagues();
  }

  @Patch('members/:id')
  @RequirePermission('member:write')
  @Returns(memberView)
  update(
    @Param('id', { schema: idIn('member') }) id: string,
    @IfMatch() version: number,
    @Body({ schema: updateMemberRequest }) body: { role?: Role; active?: boolean },
  ) {
    return this.members.update(id, version, body);
  }

  @Get('invitations')
  @RequirePermission('member:write')
  @Returns(invitationList)
  listInvitations() {
    return this.invitations.list();
  }

  @Get('invitations/export.:format')
  @RequirePermission('member:write')
  @ReturnsTable()
  async downloadInvitations(
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.files.invited(format));
  }

  @Post('invitations')
  @RequirePermission('member:write')
  @Returns(inviteResponse, 201)
  invite(@Body({ schema: inviteRequest }) body: InviteRequest) {
    return this.invitations.invite(body);
  }

  @Delete('invitations/:id')
  @RequirePermission('member:write')
  @ReturnsNothing()
  revoke(@Param('id', { schema: idIn('invitation') }) id: string): Promise<void> {
    return this.invitations.revoke(id);
  }
}
