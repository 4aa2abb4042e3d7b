import { parseFormData } from '@remix-run/form-data-parser';

const LARGEST_UPLOAD = 25 * 1024 * 1024;
const HEAD_BYTES = 64 * 1024;
const OVER_LIMIT = ['MaxFileSizeExceededError', 'MaxTotalSizeExceededError'];

const cut = new WeakSet<FormData>();

/** True for a form whose file was larger than this server reads: the file and what stood behind it are missing. */
export function wasCut(form: FormData): boolean {
  return cut.has(form);
}

/**
 * A form with files, held in memory within limits. Above them the fields before the file are kept, so that the page
 * can say what is wrong where it was entered.
 */
export async function readMultipart(request: Request, type: string): Promise<FormData> {
  const source = request.body?.getReader();
  if (!source) return new FormData();
  const head: Uint8Array[] = [];
  let kept = 0;
  const pull: UnderlyingDefaultSource<Uint8Array>['pull'] = async (controller) => {
    const { done, value } = await source.read();
    if (done) return controller.close();
    if (kept < HEAD_BYTES) head.push(value.slice(0, HEAD_BYTES - kept));
    kept += value.length;
    controller.enqueue(value);
  };
  // Reads nothing ahead: a second read at the same time would leave a paused socket paused.
  const body = new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 });
  const init = { method: 'POST', headers: { 'content-type': type }, body, duplex: 'half' };
  try {
    return await parseFormData(new Request(request.url, init), {
      maxFiles: 10,
      maxFileSize: LARGEST_UPLOAD,
      maxTotalSize: 2 * LARGEST_UPLOAD,
    });
  } catch (error) {
    if (!(error instanceof Error && OVER_LIMIT.includes(error.name))) throw error;
    // A browser that still sends would take the answer for a broken connection.
    while (!(await source.read()).done);
    const form = await readHead(Buffer.concat(head), type);
    cut.add(form);
    return form;
  }
}

/** The whole fields at the beginning, up to the part that was cut. */
async function readHead(head: Buffer, type: string): Promise<FormData> {
  const boundary = /boundary="?([^";]+)/.exec(type)?.[1] ?? '';
  const end = head.lastIndexOf(`\r\n--${boundary}`);
  if (end < 0) return new FormData();
  const body = Buffer.concat([head.subarray(0, end), Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return new Response(body, { headers: { 'content-type': type } }).formData();
}
