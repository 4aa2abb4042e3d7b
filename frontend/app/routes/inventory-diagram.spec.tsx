import { screen } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import DiagramPage from './_app.inventory.diagram';

type Props = ComponentProps<typeof DiagramPage>;

it('the diagram leads to all flows with a concern, however few of them it draws', () => {
  const diagram = { nodes: [], edges: [], unconnected: [], matching: 2_735, concerned: 1_094 };
  // Of all that a route is given, the page reads its loader's data alone.
  const props = { loaderData: { diagram, filters: {} } } as unknown as Props;
  renderPage(<DiagramPage {...props} />);
  expect(screen.getByText(/1,?094 flows that raise concerns/)).toBeDefined();
});
