import { Body, Controller, Delete, Get, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { AnyMember, Public } from '../../access/route-access.js';
import { CONFIG, type Config } from '../../config/config.js';
import { Returns, ReturnsNothing } from '../../http/returns.js';
import { DomainError } from '../../kernel/domain-error.js';
import {
  changePasswordRequest,
  sessionView,
  signInRequest,
  switchOrganizationRequest,
  type ChangePasswordRequest,
  type SessionView,
} from '../identity.schemas.js';
import { ChangePassword } from '../application/change-password.js';
import { SessionViews } from '../application/session-view.js';
import { SignIn, type SignedIn } from '../application/sign-in.js';
import { SwitchOrganization } from '../application/switch-organization.js';
import { LocalAuthGuard } from '../local-auth.guard.js';
import { clearSessionCookie, setSessionCookie } from '../session-cookie.js';
import { Sessions } from '../sessions.js';

@Controller()
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly views: SessionViews,
    private readonly switchOrganization: SwitchOrganization,
    private readonly changePassword: ChangePassword,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('sessions')
  @Public('signing in comes before being signed in')
  @UseGuards(LocalAuthGuard)
  @ApiBody({ standardSchema: signInRequest } as never)
  @Returns(sessionView, 201)
  async create(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    const token = await this.signIn.start(request.user as SignedIn, request);
    return this.begin(token, response);
  }

  @Get('session')
  @AnyMember()
  @Returns(sessionView)
  show(@Req() request: Request): Promise<SessionView> {
    return this.views.of(request.session!, request.sessionToken!);
  }

  @Post('session/touch')
  @AnyMember()
  @Returns(sessionView)
  async touch(@Req() request: Request): Promise<SessionView> {
    await this.sessions.touch(request.session!, true);
    return this.views.of(request.session!, request.sessionToken!);
  }

  @Post('session/organization')
  @AnyMember()
  @Returns(sessionView)
  async switch(
    @Body({ schema: switchOrganizationRequest }) body: { organizationId: string },
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    const token = await this.switchOrganization.execute(request.session!, body.organizationId, request);
    return this.begin(token, response);
  }

  @Post('session/password')
  @AnyMember()
  @Returns(sessionView)
  async password(
    @Body({ schema: changePasswordRequest }) body: ChangePasswordRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    return this.begin(await this.changePassword.execute(request.session!, body), response);
  }

  @Delete('session')
  @AnyMember()
  @ReturnsNothing()
  async end(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.switchOrganization.signOut(request.session!);
    clearSessionCookie(response, this.config);
    response.setHeader('Clear-Site-Data', '"cache", "storage"');
  }

  private async begin(token: string, response: Response): Promise<SessionView> {
    const session = await this.sessions.resolve(token);
    if (typeof session === 'string')
      throw new DomainError('session.required', 'unauthenticated', 'Please sign in.');
    setSessionCookie(response, this.config, token);
    return this.views.of(session, token);
  }
}
