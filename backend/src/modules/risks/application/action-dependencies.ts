import { Injectable } from '@nestjs/common';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, invalidField, notFound } from '../../../platform/kernel/domain-error.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import type { ActionView } from '../action.schemas.js';
import { isUnfinished } from '../domain/action-transitions.js';
import { wayBetween } from '../domain/dependencies.js';
import {
  addDependency,
  dependenciesOf,
  dropDependency,
  lockDependencies,
  waitsBehind,
} from '../persistence/dependency.repository.js';
import type { RemediationActionRecord } from '../persistence/remediation-action.record.js';
import { findAction, touchAction } from '../persistence/remediation-action.repository.js';
import { ShowAction } from './show-action.js';
import { actionToPlan } from './work-context.js';

const MOST = 20;

/** What an action waits for. Circles are refused, and named: nobody could begin. */
@Injectable()
export class ActionDependencies {
  constructor(
    private readonly db: TenantDb,
    private readonly show: ShowAction,
  ) {}

  add(actionId: string, waitsForId: string, version: number): Promise<ActionView> {
    return this.db.write(async (tx) => {
      const action = await actionToPlan(tx, actionId, version);
      if (!isUnfinished(action.status)) throw settled();
      const other = await findAction(tx, waitsForId);
      if (!other) throw notFound('action');
      await lockDependencies(tx);
      await refuseKnown(tx, actionId, waitsForId);
      refuseCircle(action, other, await wayBack(tx, action, other));
      await addDependency(tx, actionId, waitsForId);
      record(tx, action, 'dependency.added', waitsForId);
      return this.answer(tx, actionId, version);
    });
  }

  remove(actionId: string, waitsForId: string, version: number): Promise<ActionView> {
    return this.db.write(async (tx) => {
      const action = await actionToPlan(tx, actionId, version);
      if (!(await dropDependency(tx, actionId, waitsForId))) throw notFound('action');
      record(tx, action, 'dependency.removed', waitsForId);
      return this.answer(tx, actionId, version);
    });
  }

  private async answer(tx: WriteTx, actionId: string, version: number): Promise<ActionView> {
    await touchAction(tx, actionId, version);
    return this.show.within(tx, actionId);
  }
}

async function wayBack(
  tx: WriteTx,
  action: RemediationActionRecord,
  other: RemediationActionRecord,
): Promise<number[] | null> {
  if (action.id === other.id) return [action.number];
  return wayBetween(await waitsBehind(tx, other.id), other.number, action.number);
}

function refuseCircle(
  action: RemediationActionRecord,
  other: RemediationActionRecord,
  way: number[] | null,
): void {
  if (!way) return;
  const circle = [action.number, ...(action.id === other.id ? [] : way)].map((number) => `A-${number}`);
  throw invalidField(
    'waitsForId',
    action.id === other.id
      ? 'An action cannot wait for itself.'
      : `They would wait for each other in a circle: ${circle.join(' → ')}.`,
    'action.waits-in-circle',
  );
}

async function refuseKnown(tx: WriteTx, actionId: string, waitsForId: string): Promise<void> {
  const { waitsFor } = await dependenciesOf(tx, actionId, null);
  if (waitsFor.length >= MOST)
    throw invalidField('waitsForId', `An action waits for at most ${MOST} others.`);
  const known = typedId('action', waitsForId);
  if (waitsFor.some(({ id }) => id === known))
    throw invalidField('waitsForId', 'It waits for that one already.');
}

function settled(): DomainError {
  return new DomainError(
    'action.settled',
    'conflict',
    'This action is finished or cancelled. Reopen it to say what it waits for.',
  );
}

function record(
  tx: WriteTx,
  action: RemediationActionRecord,
  event: 'dependency.added' | 'dependency.removed',
  waitsForId: string,
): void {
  tx.audit.record({
    action: event,
    target: { type: 'remediation-action', id: action.id },
    parent: { type: 'assessment', id: action.assessmentId },
    detail: { waitsForId },
  });
}
