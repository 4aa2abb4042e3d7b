import { screen, within } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { expect, it } from 'vitest';
import type { Diagram } from '~/features/inventory/diagram/place-diagram';
import { pageWithoutScripts, renderPage } from '~/test/render-page';
import DiagramPage from './_app.inventory.diagram';

type Props = ComponentProps<typeof DiagramPage>;

function diagramOf(diagram: Diagram) {
  // Of all that a route is given, the page reads its loader's data alone.
  const props = { loaderData: { diagram, filters: {} } } as unknown as Props;
  return <DiagramPage {...props} />;
}

const end = (name: string) => ({ assetId: null, vendorId: null, name });
const flow = (number: number): Diagram['edges'][number] => ({
  from: 'a',
  to: 'b',
  flow: {
    id: `flw_${number}`,
    code: `FLW-${number}`,
    name: `Flow ${number}`,
    active: true,
    counterparty: 'internal',
    phiTypes: [],
    transportMethod: 'E-mail',
    transportSecurity: 'encrypted',
    from: end('Clinic'),
    to: end('Insurer'),
    concerns: [],
  },
});
const many: Diagram = {
  nodes: [],
  edges: Array.from({ length: 60 }, (_, index) => flow(index + 1)),
  unconnected: [],
  matching: 60,
  concerned: 0,
};

it('the diagram leads to all flows with a concern, however few of them it draws', () => {
  renderPage(diagramOf({ nodes: [], edges: [], unconnected: [], matching: 2_735, concerned: 1_094 }));
  expect(screen.getByText(/1,?094 flows that raise concerns/)).toBeDefined();
});

it('without scripts the table begins with 50 flows, and a link has all of them', () => {
  const flowsOf = (page: HTMLElement) => within(page).getAllByRole('link', { name: /^Flow / });
  const first = pageWithoutScripts(diagramOf(many), { path: '/diagram?transportSecurity=encrypted' });
  expect(flowsOf(first)).toHaveLength(50);
  const way = within(first).getByRole('link', { name: 'Show all 60 rows' }).getAttribute('href');
  expect(way).toBe('/diagram?transportSecurity=encrypted&rows=all#table');
  const all = pageWithoutScripts(diagramOf(many), { path: '/diagram?rows=all' });
  expect(flowsOf(all)).toHaveLength(60);
  expect(within(all).queryByText(/Show all/)).toBeNull();
});

it('with scripts the table has every flow of the picture', () => {
  renderPage(diagramOf(many));
  expect(screen.getAllByRole('row')).toHaveLength(61);
  expect(screen.queryByText(/Show all/)).toBeNull();
});
