interface Size {
  width: number;
  height: number;
}

interface Viewport {
  x: number;
  y: number;
  zoom: number;
}

/** The words of the diagram are 15 px: at this zoom they are 11 px, and every target is at least 24 px (WCAG 2.5.8). */
const LEAST_ZOOM = 0.75;
const EDGE = 16;
/** Below the picture stand its controls. */
const CONTROLS = 56;
/** A canvas that is taller than this is worse to scroll past than to move about in. */
const TALLEST = 1400;

/** As tall as the diagram is at the width that there is: the page scrolls, and nothing is hidden below. */
export function canvasHeight(diagram: Size, width: number): number {
  const zoom = Math.min(1, Math.max(LEAST_ZOOM, (width - 2 * EDGE) / diagram.width));
  return Math.min(TALLEST, Math.ceil(diagram.height * zoom) + EDGE + CONTROLS);
}

/** Where the look at a diagram begins: all of it in the middle where it fits, else its beginning. */
export function firstView(diagram: Size, canvas: Size): Viewport {
  const room = { width: canvas.width - 2 * EDGE, height: canvas.height - EDGE - CONTROLS };
  const fitting = Math.min(room.width / diagram.width, room.height / diagram.height);
  const zoom = Math.min(1, Math.max(LEAST_ZOOM, fitting));
  const spare = (space: number, size: number) => EDGE + Math.max(0, (space - size * zoom) / 2);
  return { x: spare(room.width, diagram.width), y: spare(room.height, diagram.height), zoom };
}
