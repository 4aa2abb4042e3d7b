import { useReactFlow } from '@xyflow/react';
import type { FocusEvent } from 'react';
import type { Point } from './place-diagram';

/** Whoever goes through the diagram by the keyboard sees where they are: the page moves along, and the picture where it must. */
export function useShowOnFocus() {
  const flow = useReactFlow();
  return (center: Point) =>
    ({ currentTarget: element }: FocusEvent<HTMLElement>) => {
      if (!element.matches(':focus-visible')) return;
      const show = () => element.scrollIntoView({ block: 'nearest' });
      if (isInPicture(element)) return show();
      void flow
        .setCenter(center.x, center.y, { zoom: flow.getZoom() })
        // The browser had moved the page to where it stood before; the picture moves with the next frame.
        .then(() => requestAnimationFrame(show));
    };
}

function isInPicture(element: HTMLElement): boolean {
  const picture = element.closest('.react-flow')?.getBoundingClientRect();
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return (
    picture !== undefined &&
    left >= picture.left &&
    right <= picture.right &&
    top >= picture.top &&
    bottom <= picture.bottom
  );
}
