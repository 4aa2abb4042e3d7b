import { Controller, Get, Param, Query } from '@nestjs/common';
import { AnyMember } from '../access/route-access.js';
import { Returns } from '../http/returns.js';
import { idIn } from '../http/schemas.js';
import { Mailbox } from './mailbox.js';
import { mailboxMessage, mailboxPage, mailboxQuery, type MailboxQuery } from './mailbox.schemas.js';

@Controller('mailbox')
export class MailboxController {
  constructor(private readonly mailbox: Mailbox) {}

  @Get()
  @AnyMember()
  @Returns(mailboxPage)
  list(@Query({ schema: mailboxQuery }) query: MailboxQuery) {
    return this.mailbox.list(query);
  }

  /** Opening a message marks it read. */
  @Get(':id')
  @AnyMember()
  @Returns(mailboxMessage)
  open(@Param('id', { schema: idIn('message') }) id: string) {
    return this.mailbox.open(id);
  }
}
