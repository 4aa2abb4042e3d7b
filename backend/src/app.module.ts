import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule, Reflector } from '@nestjs/core';
import { StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { AccessGuard } from './platform/access/access.guard.js';
import { AuditModule } from './platform/audit/audit.module.js';
import { ConfigModule } from './platform/config/config.module.js';
import type { Config } from './platform/config/config.js';
import { CryptoModule } from './platform/crypto/crypto.module.js';
import { databaseClock, type Clock } from './platform/database/clock.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { FilesModule } from './platform/files/files.module.js';
import { HealthModule } from './platform/health/health.module.js';
import { AsOfInterceptor } from './platform/http/as-of.js';
import { EtagInterceptor } from './platform/http/etag-interceptor.js';
import { OpenApiController, OpenApiText } from './platform/http/openapi.controller.js';
import { ProblemFilter } from './platform/http/problem-filter.js';
import { validationPipe } from './platform/http/validation-pipe.js';
import { IdentityModule } from './platform/identity/identity.module.js';
import { MailModule } from './platform/mail/mail.module.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { featureModules, records } from './modules/modules.js';

/** The table of contents of the API process. */
@Module({})
export class AppModule {
  static with(config: Config, clock: Clock = databaseClock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        DatabaseModule.forRole('app', records, clock),
        CryptoModule,
        DiscoveryModule,
        JobsModule,
        IdentityModule,
        FilesModule,
        HealthModule,
        MailModule,
        AuditModule,
        ...featureModules,
      ],
      controllers: [OpenApiController],
      providers: [
        OpenApiText,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useFactory: validationPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: AsOfInterceptor },
        { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
        {
          provide: APP_INTERCEPTOR,
          inject: [Reflector],
          useFactory: (reflector: Reflector) => new StandardSchemaSerializerInterceptor(reflector),
        },
      ],
    };
  }
}
