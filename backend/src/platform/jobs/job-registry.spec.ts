import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineJob } from './define-job.js';
import type { JobHandler } from './job-handler.js';
import { JobRegistry } from './job-registry.js';

const file = defineJob('spec.file', z.object({}), { attempts: 3 });
const shred = defineJob('spec.shred', z.object({}));
const handlerOf = (job: typeof file): JobHandler => ({ job, run: () => Promise.resolve() });

describe('the worker refuses to start', () => {
  it('with a job that nobody does', () => {
    const registry = new JobRegistry([handlerOf(file)]);
    expect(() => registry.refuseMissing([file.name, shred.name])).toThrow(
      'these jobs have no handler: spec.shred',
    );
  });

  it('with a job that two handlers do', () => {
    expect(() => new JobRegistry([handlerOf(file), handlerOf(file)])).toThrow(
      'job spec.file has two handlers',
    );
  });

  it('with a job that is defined twice', () => {
    expect(() => defineJob('spec.file', z.object({}))).toThrow('job spec.file is defined twice');
  });
});

describe('the registry', () => {
  it('knows who does a job, and how often it is tried', () => {
    const registry = new JobRegistry([handlerOf(file), handlerOf(shred)]);
    registry.refuseMissing([file.name, shred.name]);
    expect(registry.handlerOf('spec.file').job).toBe(file);
    expect([
      registry.attemptsOf('spec.file'),
      registry.attemptsOf('spec.shred'),
      registry.attemptsOf('gone'),
    ]).toEqual([3, 5, 1]);
  });
});
