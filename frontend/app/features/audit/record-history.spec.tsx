import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { RecordHistory } from './record-history';
import type { History } from './read-history.server';

const ASSET = `ast_${'a'.repeat(32)}`;
const event: History['items'][number] = {
  id: `aev_${'b'.repeat(32)}`,
  position: 7,
  at: '2026-03-02T15:00:00.000Z',
  actor: { type: 'person', id: `mem_${'c'.repeat(32)}`, name: 'Maya Okafor' },
  action: 'asset.updated',
  target: { type: 'asset', id: ASSET, label: 'Chart server' },
  outcome: 'ok',
  reasonCode: null,
  changedFields: ['ownerId', 'dueOn'],
  detail: {},
};
const history = (over: Partial<History> = {}): History => ({
  items: [event],
  nextCursor: null,
  total: 1,
  totalIsCapped: false,
  isLaterPage: false,
  ...over,
});

it('says who did what, and which fields changed', () => {
  renderPage(<RecordHistory recordId={ASSET} history={history()} />);
  const entry = within(screen.getByRole('list', { name: 'History' })).getByRole('listitem');
  expect(entry.textContent).toContain('Maya Okafor changed the asset');
  expect(entry.textContent).toContain('Changed: owner, due on');
});

it('says for whom the system did it, and when nobody had asked', () => {
  const asked = { type: 'system' as const, id: 'mem_1', name: 'Maya Okafor' };
  const alone = { type: 'system' as const, id: null, name: 'obligations.remind' };
  const items = [
    { ...event, actor: asked },
    { ...event, id: `aud_${'9'.repeat(32)}`, actor: alone },
  ];
  renderPage(<RecordHistory recordId={ASSET} history={history({ items })} />);
  const entries = within(screen.getByRole('list', { name: 'History' })).getAllByRole('listitem');
  expect(entries[0]!.textContent).toContain('Part164 for Maya Okafor changed the asset');
  expect(entries[1]!.textContent).toContain('Part164 itself changed the asset');
});

it('says of an export what it was for', () => {
  const exported = { ...event, action: 'scale.exported', changedFields: [], detail: { purpose: 'audit' } };
  renderPage(<RecordHistory recordId={ASSET} history={history({ items: [exported] })} />);
  const entry = within(screen.getByRole('list', { name: 'History' })).getByRole('listitem');
  expect(entry.textContent).toContain('Maya Okafor exported the scale for an audit');
});

it('names a part of the record, with the way to it', () => {
  const part = {
    ...event,
    action: 'action.created',
    target: { type: 'remediation-action', id: `act_${'d'.repeat(32)}`, label: 'Encrypt laptops' },
  };
  renderPage(<RecordHistory recordId={ASSET} history={history({ items: [part] })} />);
  expect(screen.getByRole('link', { name: 'Encrypt laptops' }).getAttribute('href')).toBe(
    `/plan/act_${'d'.repeat(32)}`,
  );
});

it('turns to older entries and back', () => {
  renderPage(
    <RecordHistory recordId={ASSET} history={history({ nextCursor: 'aev_next', isLaterPage: true })} />,
  );
  expect(screen.getByRole('link', { name: 'Older entries' }).getAttribute('href')).toContain(
    'history=aev_next',
  );
  expect(screen.getByRole('link', { name: 'Back to the newest' })).toBeTruthy();
});

it('says so when it could not be read', () => {
  renderPage(<RecordHistory recordId={ASSET} history={null} />);
  expect(screen.getByRole('status').textContent).toContain('could not be read');
});
