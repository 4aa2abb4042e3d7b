interface Point {
  x: number;
  y: number;
}

interface Size {
  width: number;
  height: number;
}

interface Viewport extends Point {
  zoom: number;
}

/** The words of the diagram are 15 px: at this zoom they are 11 px, and every target is at least 24 px (WCAG 2.5.8). */
const LEAST_ZOOM = 0.75;
/** Of many places an overview comes first: at this zoom a label is still 24 px high and its colour tells its state. */
const LEAST_OVERVIEW = 0.4;
const MANY_PLACES = 60;
const EDGE = 16;
/** Below the picture stand its controls. */
const CONTROLS = 56;
/** A canvas that is taller than this is worse to scroll past than to move about in. */
const TALLEST = 1400;

/** Too many places to read at once: the frame stays as tall as the window, and shows as much of them as it can. */
export function isOverview(places: readonly Point[]): boolean {
  return places.length > MANY_PLACES;
}

/** As tall as the diagram is at the width that there is: the page scrolls, and nothing is hidden below. */
export function canvasHeight(diagram: Size, width: number): number {
  const zoom = Math.min(1, Math.max(LEAST_ZOOM, (width - 2 * EDGE) / diagram.width));
  return Math.min(TALLEST, Math.ceil(diagram.height * zoom) + EDGE + CONTROLS);
}

/**
 * Where the look at a diagram begins: all of it in the middle where it fits, else its beginning; where many places do
 * not fit, the stretch that holds the most of them. `places` are their top left corners.
 */
export function firstView(diagram: Size, canvas: Size, places: readonly Point[] = []): Viewport {
  const room = { width: canvas.width - 2 * EDGE, height: canvas.height - EDGE - CONTROLS };
  const fitting = Math.min(room.width / diagram.width, room.height / diagram.height);
  const least = isOverview(places) ? LEAST_OVERVIEW : LEAST_ZOOM;
  const zoom = Math.min(1, Math.max(least, fitting));
  const seen = { width: room.width / zoom, height: room.height / zoom };
  const start = isOverview(places) ? fullest(places, seen) : { x: 0, y: 0 };
  const along = (space: number, shown: number, size: number, from: number) =>
    EDGE + (size <= shown ? (space - size * zoom) / 2 : -Math.min(from, size - shown) * zoom);
  return {
    x: along(room.width, seen.width, diagram.width, start.x),
    y: along(room.height, seen.height, diagram.height, start.y),
    zoom,
  };
}

/** The corner of the stretch of this size around one place that holds the most places; of equal ones the first. */
function fullest(places: readonly Point[], seen: Size): Point {
  let best = { x: 0, y: 0, held: 0 };
  for (const { x, y } of places) {
    const from = { x: Math.max(0, x - seen.width / 2), y: Math.max(0, y - seen.height / 2) };
    const held = places.filter((place) => isWithin(place, from, seen)).length;
    if (held > best.held) best = { ...from, held };
  }
  return { x: best.x, y: best.y };
}

function isWithin({ x, y }: Point, from: Point, { width, height }: Size): boolean {
  return x >= from.x && x <= from.x + width && y >= from.y && y <= from.y + height;
}
