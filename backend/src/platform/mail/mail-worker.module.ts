import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import './mail.audit.js';
import { CONFIG, type Config } from '../config/config.js';
import { SystemDb } from '../database/system-db.js';
import { TenantDb } from '../database/tenant-db.js';
import { Deliveries } from './deliveries.js';
import { MailChannel } from './mail-channel.js';
import { MailTemplates } from './mail-templates.js';
import { Smtp, smtpOf } from './smtp.js';

const SMTP = Symbol('smtp');

/** What sends, in the worker process. */
@Global()
@Module({
  providers: [
    { provide: MailTemplates, useFactory: () => new MailTemplates() },
    { provide: SMTP, inject: [CONFIG], useFactory: smtpOf },
    {
      provide: MailChannel,
      inject: [TenantDb, SystemDb, MailTemplates, SMTP, CONFIG],
      useFactory: (
        db: TenantDb,
        system: SystemDb,
        templates: MailTemplates,
        smtp: Smtp | null,
        config: Config,
      ) => new MailChannel(db, templates, new Deliveries(system), smtp, config),
    },
  ],
  exports: [MailChannel, MailTemplates],
})
export class MailWorkerModule implements OnApplicationShutdown {
  constructor(@Inject(SMTP) private readonly smtp: Smtp | null) {}

  onApplicationShutdown(): void {
    this.smtp?.close();
  }
}
