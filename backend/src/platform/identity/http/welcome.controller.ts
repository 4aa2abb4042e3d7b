import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Public } from '../../access/route-access.js';
import { CONFIG, type Config } from '../../config/config.js';
import { Returns } from '../../http/returns.js';
import { AcceptInvitation } from '../application/accept-invitation.js';
import { SessionViews } from '../application/session-view.js';
import { SetUp } from '../application/set-up.js';
import { SignIn, type SignedIn } from '../application/sign-in.js';
import {
  acceptInvitationRequest,
  openInvitationView,
  sessionView,
  setupRequest,
  setupView,
  type AcceptInvitationRequest,
  type SessionView,
  type SetupRequest,
} from '../identity.schemas.js';
import { setSessionCookie } from '../session-cookie.js';
import { Sessions, type ResolvedSession } from '../sessions.js';

const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'This link is not complete.');

/** The two doors for people who have no account yet: the first screen, and an invitation. */
@Controller()
export class WelcomeController {
  constructor(
    private readonly setup: SetUp,
    private readonly invitation: AcceptInvitation,
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly views: SessionViews,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('setup')
  @Public('the first screen asks whether an organization is there')
  @Returns(setupView)
  async setupNeeded() {
    return { needed: await this.setup.needed() };
  }

  @Post('setup')
  @Public('makes the first organization, once, while there is none')
  @Returns(sessionView, 201)
  async setUp(
    @Body({ schema: setupRequest }) body: SetupRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    return this.begin(await this.setup.execute(body), request, response);
  }

  @Get('invitations/open/:token')
  @Public('whoever holds the link may see who invites them')
  @Returns(openInvitationView)
  showInvitation(@Param('token', { schema: token }) link: string) {
    return this.invitation.show(link);
  }

  @Post('invitations/open/:token/accept')
  @Public('whoever holds the link may join, with a password')
  @Returns(sessionView, 201)
  async accept(
    @Param('token', { schema: token }) link: string,
    @Body({ schema: acceptInvitationRequest }) body: AcceptInvitationRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    const { organizationId, ...person } = await this.invitation.execute(link, body);
    return this.begin(person, request, response, organizationId);
  }

  private async begin(
    person: SignedIn,
    request: Request,
    response: Response,
    organizationId?: string,
  ): Promise<SessionView> {
    const sessionToken = await this.signIn.start(person, request, organizationId);
    const session = (await this.sessions.resolve(sessionToken)) as ResolvedSession;
    setSessionCookie(response, this.config, sessionToken);
    return this.views.of(session, sessionToken);
  }
}
