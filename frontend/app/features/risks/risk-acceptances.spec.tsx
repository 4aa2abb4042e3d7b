import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { RiskAcceptances } from './risk-acceptances';
import type { Risk } from './words';

it('names each part of a risk that changed since its acceptance once', () => {
  const acceptance: Risk['acceptances'][number] = {
    id: 'acc_1',
    reason: 'It costs more',
    untilOn: '2027-05-31',
    standing: 'stale',
    askedBy: { id: 'mem_1', name: 'Maya Chen' },
    askedAt: '2026-11-01T10:00:00.000Z',
    decidedBy: null,
    decidedAt: null,
    decisionNote: '',
    stateHash: 'f'.repeat(64),
    changedFields: ['safeguards', 'safeguardIds', 'residualLikelihood', 'residualImpact', 'residualLevel'],
    staleAt: null,
    version: 1,
    allowedActions: [],
  };
  // Nothing else of the risk is read here.
  const risk = { acceptances: [acceptance], treatment: 'accept', allowedActions: [] } as unknown as Risk;
  renderPage(<RiskAcceptances risk={risk} />);
  expect(screen.getByText(/^What changed:/).textContent).toBe(
    'What changed: What protects you today, Safeguards in place, likelihood with safeguards, impact with safeguards, level with safeguards',
  );
});
