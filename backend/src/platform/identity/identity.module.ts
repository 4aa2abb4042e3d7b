import { Global, Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import './identity.audit.js';
import './identity.permissions.js';
import { AcceptInvitation } from './application/accept-invitation.js';
import { ChangePassword } from './application/change-password.js';
import { FoundOrganization } from './application/found-organization.js';
import { Invitations } from './application/invitations.js';
import { Members } from './application/members.js';
import { Organizations } from './application/organizations.js';
import { SessionViews } from './application/session-view.js';
import { SetUp } from './application/set-up.js';
import { SignIn } from './application/sign-in.js';
import { ExportPeopleAndSites } from './application/export-people-and-sites.js';
import { Sites } from './application/sites.js';
import { SwitchOrganization } from './application/switch-organization.js';
import { MembersController } from './http/members.controller.js';
import { OrganizationController } from './http/organization.controller.js';
import { SessionController } from './http/session.controller.js';
import { WelcomeController } from './http/welcome.controller.js';
import { LocalStrategy } from './local.strategy.js';
import { LoginAttempts } from './login-attempts.js';
import { Sessions } from './sessions.js';

@Global()
@Module({
  imports: [PassportModule],
  controllers: [SessionController, WelcomeController, OrganizationController, MembersController],
  providers: [
    Sessions,
    LoginAttempts,
    LocalStrategy,
    SignIn,
    SessionViews,
    SwitchOrganization,
    ChangePassword,
    SetUp,
    FoundOrganization,
    Organizations,
    Sites,
    ExportPeopleAndSites,
    Members,
    Invitations,
    AcceptInvitation,
  ],
  exports: [Sessions, FoundOrganization, Members],
})
export class IdentityModule {}
