import { describe, expect, it } from 'vitest';
import type { ActionViewer } from './action-transitions.js';
import { lessonActions, mayRecordLesson } from './lesson.js';

const viewer = (more: Partial<ActionViewer>): ActionViewer => ({
  memberId: 'me',
  plans: false,
  works: false,
  validates: false,
  ...more,
});

describe('what a fix taught', () => {
  it.each([
    ['by its owner, once it is done', 'done', 'me', { works: true }, true],
    ['by who checked it', 'validated', 'other', { validates: true }, true],
    ['by who plans', 'done', null, { plans: true }, true],
    ['not before it is done', 'in-progress', 'me', { works: true, plans: true }, false],
    ['not by others', 'done', 'other', { works: true }, false],
  ] as const)('is recorded %s', (_, status, ownerId, may, expected) => {
    expect(mayRecordLesson({ status, ownerId }, viewer(may))).toBe(expected);
  });

  it('is marked as done by its owner, and changed by planners only', () => {
    expect(lessonActions({ ownerId: 'me' }, viewer({ works: true }))).toEqual(['tick']);
    expect(lessonActions({ ownerId: 'other' }, viewer({ works: true }))).toEqual([]);
    expect(lessonActions({ ownerId: 'other' }, viewer({ plans: true }))).toEqual([
      'update',
      'tick',
      'remove',
    ]);
  });
});
