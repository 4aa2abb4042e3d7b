import { act, render, screen } from '@testing-library/react';
import { createRoutesStub, useLoaderData } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProgressJob, type JobRun } from './progress-job';

const RUNNING: JobRun = {
  id: 'job_1',
  jobName: 'asset-import.commit',
  status: 'running',
  done: 1,
  total: 2,
  result: null,
  errorCode: null,
};
const DONE: JobRun = { ...RUNNING, status: 'done', done: 2 };

class Events {
  static open: Events[] = [];
  closed = false;
  onmessage: ((event: { data: string }) => void) | null = null;
  constructor(readonly url: string) {
    Events.open.push(this);
  }
  tell(job: JobRun) {
    act(() => this.onmessage?.({ data: JSON.stringify(job) }));
  }
  close() {
    this.closed = true;
  }
}

/** A page that shows the progress until its own record says that the work is over. */
function page(reads: { over: boolean; job: JobRun }[]) {
  const loader = vi.fn(() => reads.shift() ?? { over: true, job: DONE });
  function Page() {
    const { over, job } = useLoaderData<{ over: boolean; job: JobRun }>();
    return over ? <p>two assets were added</p> : <ProgressJob job={job} label="Taking over" />;
  }
  const Stub = createRoutesStub([{ path: '/', Component: Page, loader, HydrateFallback: () => null }]);
  render(<Stub />);
  return loader;
}

describe('ProgressJob', () => {
  beforeEach(() => {
    Events.open = [];
    vi.stubGlobal('EventSource', Events);
  });
  afterEach(() => vi.unstubAllGlobals());

  it('shows each step that the server tells, and asks for the page anew once it is over', async () => {
    const loader = page([{ over: false, job: RUNNING }]);
    expect((await screen.findByRole('status')).textContent).toBe('1 of 2');
    // React may show the line a moment before it runs the effect that asks the server.
    await vi.waitFor(() => expect(Events.open.map(({ url }) => url)).toEqual(['/api/v1/jobs/job_1/events']));
    Events.open[0]!.tell({ ...RUNNING, done: 2 });
    expect(screen.getByRole('status').textContent).toBe('2 of 2');
    expect(loader).toHaveBeenCalledTimes(1);
    Events.open[0]!.tell(DONE);
    expect(await screen.findByText('two assets were added')).toBeTruthy();
    expect(Events.open[0]!.closed).toBe(true);
    expect(loader).toHaveBeenCalledTimes(2);
  });

  it('does not stand still when the work ended between the two reads of the page', async () => {
    const loader = page([{ over: false, job: DONE }]);
    expect(await screen.findByText('two assets were added')).toBeTruthy();
    expect(Events.open).toEqual([]);
    expect(loader).toHaveBeenCalledTimes(2);
  });

  it('asks once, however often the page still shows it', async () => {
    const loader = page(Array.from({ length: 9 }, () => ({ over: false, job: DONE })));
    await vi.waitFor(() => expect(loader).toHaveBeenCalledTimes(2));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(loader).toHaveBeenCalledTimes(2);
  });
});
