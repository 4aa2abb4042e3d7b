import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { FormContext } from '~/ui/form/form-context';
import { MatrixFields } from './matrix-fields';
import { shippedScale } from './words';

const row = (id: string, label: string) => ({ id, label, meaning: '', everyday: '', responseGuide: '' });

it('names its axes and marks each bad cell with why', () => {
  const fieldErrors = { 'matrix.l1.i1': ['Choose a level for Rare × Small.'], 'matrix.l1.i2': ['Too low.'] };
  renderPage(
    <FormContext value={{ fieldErrors, values: {}, idOf: (name) => name }}>
      <MatrixFields
        likelihood={[row('l1', 'Rare')]}
        impact={[row('i1', 'Small'), row('i2', 'Great'), row('i3', 'Worst')]}
        levels={[row('v1', 'Low'), row('v2', 'High')]}
        matrix={{ l1: { i1: '', i2: 'v1', i3: 'v2' } }}
      />
    </FormContext>,
  );
  const table = within(
    screen.getByRole('table', { name: /Each row is a likelihood, each column an impact/ }),
  );
  expect(table.getByRole('rowheader').textContent).toBe('Likelihood Rare');
  expect(table.getAllByRole('columnheader')[0]!.textContent).toBe('Impact');
  const marks = table
    .getAllByRole('cell')
    .map((cell) => cell.querySelector('[id$="-error"]')?.textContent ?? '');
  expect(marks.filter(Boolean)).toEqual([
    expect.stringMatching(/No level yet.*Choose a level for Rare × Small/),
    expect.stringMatching(/Lower than with less.*Too low/),
  ]);
});

it('calls a scale that comes with the product by its name', () => {
  expect(shippedScale('risk-scales 2026.1 nist-five-level')).toMatch(
    /which comes with Part164 \(version 2026\.1\)$/,
  );
  expect(shippedScale('risk-scales 2026.1 nist-five-level')).not.toContain('nist-five-level');
});
