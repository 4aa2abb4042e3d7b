import { describe, expect, it } from 'vitest';
import { assetNextStep } from './asset-next-step';
import { flowNextStep } from './flow-next-step';

describe('the next step of an asset', () => {
  const settled: Parameters<typeof assetNextStep>[0] = {
    id: 'ast_1',
    kind: 'application',
    lifecycle: 'in-service',
    holdsEphi: true,
    ownerId: 'mem_1',
    encryptionAtRest: 'yes',
    backup: 'tested',
  };

  it.each<[string, Partial<typeof settled>, number, string, string | null]>([
    ['names its owner first', { ownerId: null, backup: 'unknown' }, 0, 'Say who answers for it', '?edit'],
    [
      'asks for its encryption',
      { encryptionAtRest: 'unknown' },
      1,
      'Find out whether it is encrypted',
      '?edit',
    ],
    ['asks for its backup', { backup: 'unknown' }, 1, 'Find out whether it is backed up', '?edit'],
    ['asks where its ePHI goes', {}, 0, 'Say where its ePHI comes from and goes', '#flows'],
    ['asks nothing of what holds none', { holdsEphi: false, backup: 'unknown' }, 0, 'Keep it true', null],
    ['keeps it current', {}, 2, 'Keep it true', null],
    [
      'is to remove its ePHI when it is retired',
      { lifecycle: 'retired', ownerId: null },
      2,
      'Remove its ePHI, and record how',
      '/inventory/assets/ast_1/sanitization',
    ],
    [
      'is the same for a device, whatever it is said to hold',
      { lifecycle: 'retired', kind: 'device', holdsEphi: false },
      2,
      'Remove its ePHI, and record how',
      '/inventory/assets/ast_1/sanitization',
    ],
    [
      'ends with the use of what keeps none',
      { lifecycle: 'retired', holdsEphi: false },
      2,
      'Nothing, if its ePHI is gone',
      null,
    ],
    ['is to keep the record of what is gone', { lifecycle: 'disposed' }, 2, 'Keep the record', null],
  ])('%s', (_, facts, flows, title, href) => {
    expect(assetNextStep({ ...settled, ...facts }, flows, true)).toMatchObject({ title, href });
  });

  it('has no link for who only reads', () => {
    expect(assetNextStep({ ...settled, ownerId: null }, 0, false).href).toBeNull();
    expect(assetNextStep(settled, 0, false).href).toBeNull();
  });
});

describe('the next step of a data flow', () => {
  const offshore = { kind: 'offshore' as const, severity: 'moderate' as const, citations: ['a'] };
  const open = { kind: 'unencrypted' as const, severity: 'high' as const, citations: ['b'] };

  it('is its gravest concern', () => {
    expect(flowNextStep({ active: true, concerns: [offshore, open] }, true)).toMatchObject({
      title: 'See to this: not encrypted',
      citation: 'b',
      href: '?edit',
    });
  });

  it('is to keep it true without one, and nothing once it has ended', () => {
    expect(flowNextStep({ active: true, concerns: [] }, true)?.title).toBe('Keep it true');
    expect(flowNextStep({ active: false, concerns: [open] }, true)).toBeNull();
  });
});
