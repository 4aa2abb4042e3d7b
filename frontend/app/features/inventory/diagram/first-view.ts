interface Size {
  width: number;
  height: number;
}

interface Viewport {
  x: number;
  y: number;
  zoom: number;
}

/** No smaller than can be read, and pressed: a target of 24 px (WCAG 2.5.8). */
const LEAST_ZOOM = 0.62;
const EDGE = 16;
/** Below the picture stand its controls. */
const CONTROLS = 56;

/** Where the look at a diagram begins: all of it in the middle where it fits, else its beginning. */
export function firstView(diagram: Size, canvas: Size): Viewport {
  const room = { width: canvas.width - 2 * EDGE, height: canvas.height - EDGE - CONTROLS };
  const fitting = Math.min(room.width / diagram.width, room.height / diagram.height);
  const zoom = Math.min(1, Math.max(LEAST_ZOOM, fitting));
  const spare = (space: number, size: number) => EDGE + Math.max(0, (space - size * zoom) / 2);
  return { x: spare(room.width, diagram.width), y: spare(room.height, diagram.height), zoom };
}
