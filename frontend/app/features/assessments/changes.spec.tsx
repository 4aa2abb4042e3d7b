import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { SpecificationChanges } from './changes';

const row = (citation: string, to: 'implemented' | null) => ({
  title: 'A specification',
  citation,
  from: 'alternative' as const,
  to,
});

it('takes a specification that nobody decided yet this year for one to be confirmed, not for a change', () => {
  const items = [row('164.310(a)(2)(i)', 'implemented'), row('164.310(a)(2)(iv)', null)];
  const changes = { specifications: { count: 2, items } };
  // The part under test reads the specifications only.
  renderPage(<SpecificationChanges changes={changes as never} />);
  expect(screen.getByText('Changed (1)')).toBeTruthy();
  expect(screen.getByText('Decided last time, to be confirmed (1)')).toBeTruthy();
  expect(screen.getAllByText(/164\.310\(a\)\(2\)\(iv\)/)).toHaveLength(1);
});
