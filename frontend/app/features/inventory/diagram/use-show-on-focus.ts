import { useReactFlow } from '@xyflow/react';
import type { FocusEvent } from 'react';
import type { Point } from './place-diagram';

/** Whoever goes through the diagram by the keyboard sees where they are: the picture moves along. */
export function useShowOnFocus() {
  const flow = useReactFlow();
  return (center: Point) =>
    ({ currentTarget: element }: FocusEvent<HTMLElement>) => {
      if (!element.matches(':focus-visible')) return;
      void flow
        .setCenter(center.x, center.y, { zoom: flow.getZoom() })
        // The browser had moved the page to where it stood before.
        .then(() => element.scrollIntoView({ block: 'nearest' }));
    };
}
