import { MantineProvider } from '@mantine/core';
import { render } from '@testing-library/react';
import type { ReactElement, ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { createRoutesStub, type ActionFunction } from 'react-router';
import { defaults, type Preferences } from '~/preferences/preferences';
import type { Session } from '~/session/session';
import { theme } from '~/ui/theme/theme';
import { aSession } from './fake-backend';

interface RenderOptions {
  path?: string;
  session?: Session;
  preferences?: Partial<Preferences>;
  action?: ActionFunction;
  /** What the route tells of itself. */
  handle?: unknown;
}

/** Draws a part of a page where it stands in life: below the root and the signed-in frame. */
export function renderPage(content: ReactNode, options: RenderOptions = {}) {
  return render(page(content, options));
}

/** The same as the server writes it, and as it stays without scripts. */
export function pageWithoutScripts(content: ReactNode, options: RenderOptions = {}): HTMLElement {
  const body = document.createElement('div');
  body.innerHTML = renderToString(page(content, options));
  return body;
}

function page(content: ReactNode, options: RenderOptions): ReactElement {
  const { path = '/', session = aSession(), preferences = {}, action, handle } = options;
  const here = path.split('?')[0];
  const root = { preferences: { ...defaults, ...preferences }, flash: null };
  const signedIn = { session, unread: 0 };
  const Stub = createRoutesStub([
    {
      id: 'root',
      path: '/',
      loader: () => root,
      children: [
        {
          id: 'routes/_app',
          loader: () => signedIn,
          children: [
            { id: 'here', path: here, Component: () => content, action, handle },
            { path: '*', Component: () => <p>elsewhere</p> },
          ],
        },
      ],
    },
  ]);
  const hydrationData = { loaderData: { root, 'routes/_app': signedIn } };
  return (
    <MantineProvider theme={theme} env="test">
      <Stub initialEntries={[path]} hydrationData={hydrationData} />
    </MantineProvider>
  );
}
