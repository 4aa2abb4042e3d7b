import { Module } from '@nestjs/common';
import './mail.audit.js';
import { MailboxController } from './mailbox.controller.js';
import { Mailbox } from './mailbox.js';

/** Everybody's mailbox, in the API process. What sends is in the worker: mail-worker.module.ts. */
@Module({ controllers: [MailboxController], providers: [Mailbox] })
export class MailModule {}
