import { Canvas } from '@react-pdf/renderer';
import type { Painter } from './paint';

interface DrawingProps {
  width: number;
  height: number;
  /** Room around it. */
  space?: { marginTop?: number; marginBottom?: number };
  paint: (painter: Painter) => void;
}

/** A box of a known size whose inside the package does not have to lay out. */
export function Drawing({ width, height, space, paint }: DrawingProps) {
  return (
    <Canvas
      style={{ width, height, ...space }}
      paint={(painter: Painter) => {
        paint(painter);
        return null;
      }}
    />
  );
}
