// @vitest-environment node
import { readFile } from 'node:fs/promises';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Access } from '~/session/require-access.server';
import type { AssessmentReport } from '../assessment-report';
import { LayoutStopped, renderInProcess } from './document-process.server';
import { progressOf } from './document-progress.server';
import { DocumentQueue, documentQueue, QueueFull } from './document-queue.server';
import { documentResponse } from './document-response.server';
import { KeptDocuments } from './kept-documents.server';

vi.mock('./document-process.server', async (original) => ({
  ...(await original<object>()),
  renderInProcess: vi.fn(),
}));
const GET = vi.fn<(path: string, options: object) => Promise<object>>();
// Of what a loader is given, only this is looked at.
vi.mock('~/session/require-access.server', () => ({
  requireAccess: () =>
    Promise.resolve({ api: { GET }, session: { member: { id: 'mem_1' } } } as unknown as Access),
}));

const SAMPLE = new URL(
  '../../../../backend/src/modules/risks/domain/assessment-report.sample.json',
  import.meta.url,
);
const render = vi.mocked(renderInProcess);

let sample: AssessmentReport;
beforeAll(async () => {
  sample = JSON.parse(await readFile(SAMPLE, 'utf8')) as AssessmentReport;
});
beforeEach(() => {
  GET.mockReset();
  render.mockReset();
  render.mockImplementation(() => Promise.resolve(Buffer.from(`%PDF ${render.mock.calls.length}`)));
});

function signedWith(contentHash: string): AssessmentReport {
  return { ...sample, signOff: { ...sample.signOff!, contentHash } };
}

function backendHas(report: AssessmentReport): void {
  GET.mockImplementation(() => Promise.resolve({ data: report, response: Response.json(report) }));
}

async function ask(document: 'risk-analysis-report' | 'remediation-plan' = 'risk-analysis-report') {
  const request = new Request('http://localhost/assessments/asm_1/report.pdf');
  return (await documentResponse(request, 'asm_1', document)).text();
}

describe('A signed document', () => {
  it('is laid out once, and the backend is asked for its content each time', async () => {
    backendHas(signedWith('a'.repeat(64)));
    const first = await ask();
    expect(await ask()).toBe(first);
    expect(render).toHaveBeenCalledTimes(1);
    expect(GET).toHaveBeenCalledTimes(2);
    for (const [, options] of GET.mock.calls)
      expect(options).toMatchObject({ params: { query: { purpose: 'export' } } });
  });

  it('is laid out once for two people who want it at the same time', async () => {
    backendHas(signedWith('b'.repeat(64)));
    const [one, other] = await Promise.all([ask(), ask()]);
    expect(one).toBe(other);
    expect(render).toHaveBeenCalledTimes(1);
  });

  it('is another one for another hash and for the other kind of document', async () => {
    backendHas(signedWith('c'.repeat(64)));
    await ask();
    await ask('remediation-plan');
    // What is recorded is which of them left.
    expect(GET.mock.calls.at(-1)?.[1]).toMatchObject({ params: { query: { document: 'remediation-plan' } } });
    backendHas(signedWith('d'.repeat(64)));
    await ask();
    expect(render).toHaveBeenCalledTimes(3);
  });

  it('is not handed out when the backend refuses', async () => {
    backendHas(signedWith('e'.repeat(64)));
    await ask();
    const problem = { status: 503, code: 'assessment.snapshot-damaged', title: 'It is not the signed one' };
    GET.mockResolvedValue({ error: problem, response: Response.json(problem, { status: 503 }) });
    const answer = await documentResponse(new Request('http://localhost/'), 'asm_1', 'risk-analysis-report');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject(problem);
  });

  it('is not kept when its layout failed', async () => {
    backendHas(signedWith('f'.repeat(64)));
    render.mockRejectedValueOnce(new Error('out of memory'));
    await expect(ask()).rejects.toThrow('out of memory');
    expect(await ask()).toContain('%PDF');
  });
});

it('lays a draft out anew each time', async () => {
  backendHas({ ...sample, draft: true, signOff: null });
  await ask();
  await ask();
  expect(render).toHaveBeenCalledTimes(2);
});

it('says in words when the document is too long for this machine', async () => {
  backendHas({ ...sample, draft: true, signOff: null });
  render.mockRejectedValueOnce(new LayoutStopped('over 15 minutes'));
  const refused = (await ask().catch((thrown: unknown) => thrown)) as Response;
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({ code: 'document.too-long' });
});

it('says in words when too many wait, and when to come again', async () => {
  backendHas({ ...sample, draft: true, signOff: null });
  vi.spyOn(documentQueue, 'run').mockRejectedValueOnce(new QueueFull());
  const refused: unknown = await ask().catch((thrown: unknown) => thrown);
  expect(refused).toBeInstanceOf(Response);
  const answer = refused as Response;
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '20']);
  expect(await answer.json()).toMatchObject({ code: 'document.queue-full' });
});

describe('How far a document is', () => {
  const ticket = '0b7f2d646b1e4a639a342f7f7f0a1c11';
  const mine = { memberId: 'mem_1', ticket };
  const asked = (url: string) => documentResponse(new Request(url), 'asm_1', 'risk-analysis-report');

  it('is told to whoever asked for it, as long as it is made', async () => {
    backendHas({ ...sample, draft: true, signOff: null });
    const seen: unknown[] = [];
    render.mockImplementationOnce((_order, _signal, tell) => {
      tell({ step: 'setting', page: 3, pages: 9 });
      seen.push(progressOf(mine), progressOf({ ...mine, memberId: 'mem_2' }));
      return Promise.resolve(Buffer.from('%PDF'));
    });
    await asked(`http://localhost/assessments/asm_1/report.pdf?purpose=audit&ticket=${ticket}`);
    render.mock.lastCall![2]({ step: 'drawing', page: 9, pages: 9 });
    expect(seen).toEqual([{ step: 'setting', page: 3, pages: 9 }, null]);
    expect(progressOf(mine)).toBeNull();
  });

  it('is forgotten when the layout failed', async () => {
    backendHas({ ...sample, draft: true, signOff: null });
    render.mockImplementationOnce((_order, _signal, tell) => {
      tell({ step: 'counting', page: 1, pages: null });
      return Promise.reject(new Error('out of memory'));
    });
    await expect(asked(`http://localhost/report.pdf?ticket=${ticket}`)).rejects.toThrow('out of memory');
    expect(progressOf(mine)).toBeNull();
  });

  it('is kept for nobody whose ticket is not one', async () => {
    backendHas({ ...sample, draft: true, signOff: null });
    let known: unknown;
    render.mockImplementationOnce((_order, _signal, tell) => {
      tell({ step: 'counting', page: 1, pages: null });
      known = progressOf({ memberId: 'mem_1', ticket: 'x' });
      return Promise.resolve(Buffer.from('%PDF'));
    });
    await asked('http://localhost/report.pdf?ticket=x');
    expect(known).toBeNull();
  });

  it('tells in line how many are before it, each time one of them is done', async () => {
    const queue = new DocumentQueue(3);
    const { signal } = new AbortController();
    const aheads: number[] = [];
    const done: (() => void)[] = [];
    const held = () => new Promise<void>((resolve) => done.push(resolve));
    const first = queue.run(held, signal);
    const second = queue.run(held, signal);
    const third = queue.run(
      () => Promise.resolve(),
      signal,
      (ahead) => aheads.push(ahead),
    );
    await vi.waitFor(() => expect(done).toHaveLength(1));
    done[0]!();
    await first;
    await vi.waitFor(() => expect(done).toHaveLength(2));
    done[1]!();
    await Promise.all([second, third]);
    expect(aheads).toEqual([2, 1, 0]);
  });
});

describe('The kept documents', () => {
  const of = (size: number) => Buffer.alloc(size);

  it('are bounded in number: the least recently used goes', () => {
    const kept = new KeptDocuments(2, 100);
    kept.keep('a', of(1));
    kept.keep('b', of(1));
    kept.find('a');
    kept.keep('c', of(1));
    expect(['a', 'b', 'c'].filter((key) => kept.find(key))).toEqual(['a', 'c']);
  });

  it('are bounded in size, and one that is too large drives nobody out', () => {
    const kept = new KeptDocuments(16, 100);
    kept.keep('a', of(60));
    kept.keep('huge', of(101));
    expect(kept.find('a')).toHaveLength(60);
    kept.keep('b', of(60));
    expect([kept.find('a'), kept.find('b')?.length]).toEqual([undefined, 60]);
  });

  it('count a document once that is kept again', () => {
    const kept = new KeptDocuments(16, 100);
    kept.keep('a', of(60));
    kept.keep('a', of(60));
    kept.keep('b', of(40));
    expect(kept.find('a')).toHaveLength(60);
  });
});
