import { MantineProvider } from '@mantine/core';
import { act, renderHook, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DocumentProgress } from '~/documents/rendering/document-progress.server';
import { renderPage } from '~/test/render-page';
import { theme } from '~/ui/theme/theme';
import { DocumentLinks } from './document-links';
import { useDownload } from './use-download';

const ADDRESS = '/assessments/asm_1/report.pdf';
const NAME = 'Risk Analysis Report (PDF)';
const assessment = { id: 'asm_1', status: 'signed' } as const;

const fetching = vi.fn<(address: string, options: RequestInit) => Promise<Response>>();
const saved: string[] = [];

beforeEach(() => {
  vi.stubGlobal('fetch', fetching);
  URL.createObjectURL = () => 'blob:made';
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push(this.download);
  });
});
afterEach(() => {
  localStorage.clear();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  fetching.mockReset();
  saved.length = 0;
});

function pdf(disposition = 'attachment; filename="harlow-risk-analysis-report-2026-11-20.pdf"'): Response {
  return new Response('%PDF', {
    headers: { 'content-type': 'application/pdf', 'content-disposition': disposition },
  });
}

function problem(body: object, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status: 503,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}

function answerLater(): (response: Response) => void {
  let answer!: (response: Response) => void;
  fetching.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
  return (response) => answer(response);
}

const form = () => screen.getByRole<HTMLFormElement>('form', { name: 'Export a document' });
const theButton = () => screen.getByRole('button', { name: NAME });
/** Says what for, and asks for the report. */
async function ask(): Promise<void> {
  await userEvent.selectOptions(screen.getByLabelText('What is it for?'), 'An audit');
  await userEvent.click(theButton());
}

it('is a form that the browser can send by itself where no script runs, and that asks what for', () => {
  const html = renderToStaticMarkup(
    <MantineProvider theme={theme}>
      <DocumentLinks assessment={assessment} />
    </MantineProvider>,
  );
  expect(html).toMatch(new RegExp(`<form [^>]*action="${ADDRESS}"`));
  expect(html).toMatch(new RegExp(`<button[^>]* formAction="${ADDRESS}"`, 'i'));
  expect(html).toMatch(/<select[^>]*\bname="purpose"/);
  expect(html).not.toContain('<progress');
});

it('fetches nothing before somebody said what for, then with it', async () => {
  fetching.mockImplementation(() => Promise.resolve(pdf()));
  renderPage(<DocumentLinks assessment={assessment} />);
  expect(form().checkValidity()).toBe(false);
  await ask();
  await userEvent.click(screen.getByRole('button', { name: 'Remediation Plan (PDF)' }));
  await waitFor(() => expect(saved).toHaveLength(2));
  expect(fetching.mock.calls.map(([address]) => address.replace(/&ticket=[0-9a-f]{32}$/, ''))).toEqual([
    `${ADDRESS}?purpose=audit`,
    '/assessments/asm_1/remediation-plan.pdf?purpose=audit',
  ]);
});

it('says at once that the PDF is being made, takes no second click, and saves under the name of the header', async () => {
  const answer = answerLater();
  renderPage(<DocumentLinks assessment={assessment} />);
  await ask();
  expect(screen.getByText('Making the PDF…').getAttribute('role')).toBe('status');
  expect(screen.getByRole('progressbar', { name: NAME }).hasAttribute('value')).toBe(false);
  expect(theButton().getAttribute('aria-disabled')).toBe('true');
  await userEvent.click(theButton());
  expect(fetching).toHaveBeenCalledTimes(1);

  answer(pdf());
  await screen.findByText('harlow-risk-analysis-report-2026-11-20.pdf is saved.');
  expect(saved).toEqual(['harlow-risk-analysis-report-2026-11-20.pdf']);
  expect(screen.queryByRole('progressbar')).toBeNull();
  expect(theButton().hasAttribute('aria-disabled')).toBe(false);
});

it('asks how far it is and tells it, with a bar as soon as the pages are counted', async () => {
  const answer = answerLater();
  const progress: DocumentProgress[] = [
    { step: 'waiting', ahead: 2 },
    { step: 'waiting', ahead: 0 },
    { step: 'counting', page: 41, pages: null },
    { step: 'setting', page: 81, pages: 162 },
    { step: 'drawing', page: 162, pages: 162 },
  ];
  for (const one of progress) fetching.mockResolvedValueOnce(Response.json(one));
  renderPage(<DocumentLinks assessment={assessment} />);
  await ask();
  const said = { timeout: 3000 };
  await screen.findByText('2 other documents are made before it.', {}, said);
  await screen.findByText('41 pages so far', {}, said);
  expect(screen.getByRole('progressbar', { name: NAME }).hasAttribute('value')).toBe(false);
  await screen.findByText('Laying out page 81 of 162', {}, said);
  expect(screen.getByRole<HTMLProgressElement>('progressbar', { name: NAME }).value).toBeCloseTo(0.65);
  await screen.findByText('Drawing page 162 of 162', {}, said);
  expect(screen.getByRole<HTMLProgressElement>('progressbar', { name: NAME }).value).toBeCloseTo(1);
  const [file, first] = fetching.mock.calls.map(([address]) => address);
  // Waiting keeps no session awake.
  expect(fetching.mock.calls[1]![1].headers).toEqual({ 'x-part164-passive': '1' });
  expect(first).toBe(`/documents/${/ticket=(.*)$/.exec(file!)?.[1]}/progress`);
  answer(pdf());
  await screen.findByText(/is saved\.$/);
}, 15_000);

it('saves the file also where nobody can say how far it is', async () => {
  const answer = answerLater();
  fetching.mockResolvedValueOnce(new Response('', { status: 502 }));
  renderPage(<DocumentLinks assessment={assessment} />);
  await ask();
  await waitFor(() => expect(fetching).toHaveBeenCalledTimes(2), { timeout: 3000 });
  answer(pdf());
  await screen.findByText(/is saved\.$/);
});

it('asks no more once the page is left', async () => {
  answerLater();
  fetching.mockImplementation(() => Promise.resolve(Response.json(null)));
  const { unmount } = renderPage(<DocumentLinks assessment={assessment} />);
  await ask();
  await waitFor(() => expect(fetching).toHaveBeenCalledTimes(2), { timeout: 3000 });
  unmount();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(fetching).toHaveBeenCalledTimes(2);
});

it('says what happened and that nothing was lost, and tries again', async () => {
  fetching.mockResolvedValueOnce(
    problem(
      { status: 503, code: 'document.queue-full', title: 'Several documents are being made already' },
      { 'retry-after': '20' },
    ),
  );
  fetching.mockResolvedValueOnce(pdf());
  renderPage(<DocumentLinks assessment={assessment} />);
  await ask();
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Several documents are being made already');
  expect(alert.textContent).toContain('Nothing was lost');
  expect(alert.textContent).toContain('Wait half a minute');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('takes the server at its word when it will not show a damaged record', async () => {
  const title = 'The signed analysis in the database is not the one that was signed';
  fetching.mockResolvedValueOnce(problem({ status: 503, code: 'assessment.snapshot-damaged', title }));
  renderPage(<DocumentLinks assessment={assessment} />);
  await ask();
  expect((await screen.findByRole('alert')).textContent).toContain(title);
});

it.each([
  [
    'a page instead of a file',
    () => new Response('<p>Sorry</p>', { headers: { 'content-type': 'text/html' } }),
  ],
  ['a fault without words', () => new Response('Unexpected Server Error', { status: 500 })],
  ['a role without the permission', () => new Response('{}', { status: 403 })],
  ['the sign-in page', () => Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' })],
])('saves nothing and says so on %s', async (_what, response) => {
  fetching.mockResolvedValueOnce(response());
  renderPage(<DocumentLinks assessment={assessment} />);
  await ask();
  expect((await screen.findByRole('alert')).textContent).toContain('The PDF was not made');
  expect(saved).toEqual([]);
});

it('says so when the server cannot be reached', async () => {
  fetching.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  renderPage(<DocumentLinks assessment={assessment} />);
  await ask();
  expect((await screen.findByRole('alert')).textContent).toContain('does not answer');
});

it('takes the name of the address where the header tells none', async () => {
  fetching.mockResolvedValueOnce(pdf('attachment'));
  const { result } = renderHook(() => useDownload());
  act(() => result.current.start(`${ADDRESS}?purpose=audit`));
  await waitFor(() => expect(result.current.download).toEqual({ state: 'saved', fileName: 'report.pdf' }));
});
