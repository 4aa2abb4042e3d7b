import { z } from 'zod';
import { defineJob } from '../jobs/define-job.js';
import { defineMail } from '../mail/define-mail.js';

export const invitationMail = defineMail('invitation', {
  facts: z.strictObject({ inviterName: z.string(), roleLabel: z.string(), expiresOn: z.string() }),
  typed: z.strictObject({}),
});

/** Only where a mail server is set up; the inviter sees the link anyhow. The token travels sealed. */
export const mailInvitation = defineJob(
  'invitation.mail',
  z.object({ invitationId: z.uuid(), sealedToken: z.string() }),
  {
    attempts: 15,
  },
);
