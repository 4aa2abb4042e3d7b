import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { WorkerModule } from '../../../worker.module.js';
import { newId } from '../../database/new-id.js';
import { JobRunner } from '../../jobs/job-runner.js';
import { typedId, uuidOf } from '../../kernel/typed-id.js';
import { plantLog, type PlantedLog } from './planted-log.spec-kit.js';
import { verifyCommand } from './verify.command.js';

let log: PlantedLog;
let worker: INestApplicationContext;

beforeAll(async () => {
  log = await plantLog([3, 4]);
  worker = await NestFactory.createApplicationContext(WorkerModule.with(log.test.config), { logger: false });
});
afterAll(async () => {
  await worker.close();
  await log.close();
});
afterEach(() => log.restore());

const change = () =>
  log.sql(
    `update audit.event set outcome = 'failed' where organization_id = $1 and id = (select event_id from audit.leaf where organization_id = $1 and leaf_index = 4)`,
  );

async function verifyAsJob(): Promise<Record<string, unknown>> {
  const officer = await log.test.signIn('compliance-officer');
  const { jobId } = (await officer.post('/api/v1/audit-events/verification').expect(202)).body;
  const payload = { jobRunId: uuidOf(jobId) };
  await worker.get(JobRunner).run({
    name: 'audit.verify',
    id: newId(),
    attemptsMade: 0,
    data: { organizationId: log.organizationId, payload },
  });
  return (await officer.get('/api/v1/audit-events/verification').expect(200)).body.lastRun;
}

async function verifyAsCommand(...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  try {
    return { code: await verifyCommand(args, () => log.test.config), text: lines.join('') };
  } finally {
    write.mockRestore();
  }
}

it('a person asks, the worker judges, and the result says that all is well', async () => {
  expect(await verifyAsJob()).toMatchObject({
    status: 'done',
    rows: 8,
    treeSize: 8,
    faultCount: 0,
    faults: [],
  });
  const [event] = await log.sql(
    `select action, actor_type, detail from audit.event where organization_id = $1 order by id desc limit 1`,
  );
  expect(event).toEqual({ action: 'audit.verified', actor_type: 'system', detail: { rows: 8, faults: 0 } });
});

it('a fault is told in words, with its row and column', async () => {
  await change();
  const { faultCount, faults } = (await verifyAsJob()) as { faultCount: number; faults: { words: string }[] };
  expect(faultCount).toBe(1);
  expect(faults[0]).toMatchObject({
    kind: 'row-changed',
    position: 5,
    columns: ['outcome'],
    eventId: expect.stringMatching(/^aud_/),
  });
  expect(faults[0]!.words).toMatch(/at position 5 was changed: outcome$/);
});

it('the command line reports each organization, and answers 1 when something is wrong', async () => {
  const well = await verifyAsCommand();
  expect(well.code).toBe(0);
  expect(well.text).toContain('Alder Family Clinic (org_');
  expect(well.text).toContain('The installation itself');
  expect(well.text).toContain('no fault found');
  expect(well.text).toContain('What this cannot see');
  await change();
  const ill = await verifyAsCommand('--organization', typedId('organization', log.organizationId));
  expect(ill.code).toBe(1);
  expect(ill.text).toContain('1 FAULT FOUND');
  expect(ill.text).toMatch(/row [0-9a-f-]{36} at position 5 was changed: outcome/);
  expect(ill.text).not.toContain('Birch');
});

it('the command line refuses an organization that is none', async () => {
  await expect(verifyAsCommand('--organization', 'clinic')).rejects.toThrow('takes an id');
  await expect(verifyAsCommand('--organization', '01990000-0000-7000-8000-000000000001')).rejects.toThrow();
});
