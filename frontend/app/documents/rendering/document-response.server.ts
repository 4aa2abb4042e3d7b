import { attempt } from '~/api/answers.server';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import type { PURPOSES } from '~/ui/table/last-purpose';
import type { DocumentName } from '../render-document';
import { documentBytes } from './document-bytes.server';
import { documentFileName } from './document-file-name';
import { follow } from './document-progress.server';
import { LayoutStopped } from './document-process.server';
import { QueueFull } from './document-queue.server';
import { problemResponse } from './problem-response.server';

type ExportPurpose = (typeof PURPOSES)[number];

/** Sixteen random bytes. */
const TICKET = /^[0-9a-f]{32}$/;
const COME_AGAIN_SECONDS = 20;

/** The document of an assessment: signed as it was signed, or live with a draft's mark. */
export async function documentResponse(
  request: Request,
  assessmentId: string,
  document: DocumentName,
): Promise<Response> {
  const { api, session } = await requireAccess(request, 'report:export');
  const { searchParams } = new URL(request.url);
  // A purpose that is none is refused by the backend, with the field.
  const exportPurpose = (searchParams.get('purpose') || undefined) as ExportPurpose | undefined;
  const answer = await attempt(
    api.GET('/api/v1/assessments/{id}/report', {
      params: { path: { id: assessmentId }, query: { purpose: 'export', document, exportPurpose } },
    }),
  );
  if (!answer.ok) return problemResponse(answer.problem);
  const report = answer.data;
  const ticket = searchParams.get('ticket');
  const { tell, end } = follow(
    ticket && TICKET.test(ticket) ? { memberId: session.member.id, ticket } : null,
  );
  const bytes = await inTurn(() => documentBytes(document, report, request.signal, tell)).finally(end);
  const disposition = searchParams.get('show') === 'inline' ? 'inline' : 'attachment';
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition': `${disposition}; filename="${documentFileName(document, report)}"`,
      'cache-control': 'private, no-store',
    },
  });
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LayoutStopped)
      throw problemResponse({
        status: 503,
        code: 'document.too-long',
        title: t('documents.tooLong'),
        detail: t('documents.tooLongDetail'),
      });
    if (!(error instanceof QueueFull)) throw error;
    throw problemResponse({
      status: 503,
      code: 'document.queue-full',
      title: t('documents.queueFull'),
      retryAfterSeconds: COME_AGAIN_SECONDS,
    });
  }
}
