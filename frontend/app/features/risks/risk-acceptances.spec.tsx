import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { RiskAcceptances } from './risk-acceptances';
import type { Risk } from './words';

// Nothing else of the risk is read here.
const riskWith = (more: Partial<Risk>): Risk =>
  ({
    acceptances: [],
    acceptanceApprovers: null,
    treatment: 'accept',
    allowedActions: [],
    ...more,
  }) as unknown as Risk;

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

it('says beforehand who may approve, and what to do where nobody may', () => {
  const people = [
    { id: 'mem_2', name: 'Grace Lindqvist' },
    { id: 'mem_3', name: 'Tom Whitfield' },
  ];
  const { unmount } = renderPage(<RiskAcceptances risk={riskWith({ acceptanceApprovers: people })} />);
  expect(screen.getByText(/^Who may approve it: Grace Lindqvist, Tom Whitfield\./)).toBeDefined();
  unmount();
  renderPage(<RiskAcceptances risk={riskWith({ acceptanceApprovers: [] })} />);
  expect(screen.getByText(/^Nobody else here may approve it:.*another owner\.$/)).toBeDefined();
});

it('names each part of a risk that changed since its acceptance once', () => {
  const risk = riskWith({ acceptances: [acceptance] });
  renderPage(<RiskAcceptances risk={risk} />);
  expect(screen.getByText(/^What changed:/).textContent).toBe(
    'What changed: What protects you today, Safeguards in place, likelihood with safeguards, impact with safeguards, level with safeguards',
  );
});

describe('an acceptance in force', () => {
  const inForce = { ...acceptance, standing: 'in-force' as const, changedFields: [] };
  const people = [{ id: 'mem_2', name: 'Grace Lindqvist' }];

  it('can be extended, and tells no more who might approve it', () => {
    const risk = riskWith({
      acceptances: [inForce],
      acceptanceApprovers: people,
      allowedActions: ['ask-acceptance'],
    });
    renderPage(<RiskAcceptances risk={risk} />);
    expect(screen.getByRole('button', { name: 'Ask to extend it' })).toBeDefined();
    expect(screen.queryByText(/Who may approve it/)).toBeNull();
  });

  it('that somebody asked to extend says who may approve that', () => {
    const waiting = { ...acceptance, id: 'acc_2', standing: 'asked' as const, changedFields: [] };
    const risk = riskWith({ acceptances: [waiting, inForce], acceptanceApprovers: people });
    renderPage(<RiskAcceptances risk={risk} />);
    expect(screen.getByText(/^Who may approve it: Grace Lindqvist/)).toBeDefined();
  });

  it('that nobody could extend says so', () => {
    renderPage(<RiskAcceptances risk={riskWith({ acceptances: [inForce], acceptanceApprovers: [] })} />);
    expect(screen.getByText(/^Nobody else here may approve it/)).toBeDefined();
  });
});
