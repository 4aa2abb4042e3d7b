import { useReactFlow } from '@xyflow/react';
import type { FocusEvent } from 'react';
import type { Point } from './place-diagram';

/** Whoever goes through the diagram by the keyboard sees where they are: the picture moves along. */
export function useShowOnFocus() {
  const flow = useReactFlow();
  return (center: Point) => (event: FocusEvent<HTMLElement>) => {
    if (event.currentTarget.matches(':focus-visible'))
      void flow.setCenter(center.x, center.y, { zoom: flow.getZoom() });
  };
}
