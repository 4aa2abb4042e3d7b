import { Text } from '@react-pdf/renderer';
import type { Scale } from '../assessment-report';
import { levelColors, type } from '../look';

export function labelOf(steps: readonly { id: string; label: string }[], id: string): string {
  return steps.find((step) => step.id === id)?.label ?? id;
}

/** A level by its word, on a ground that darkens with it. */
export function LevelTag({ scale, level }: { scale: Scale; level: string }) {
  const place = scale.levels.findIndex(({ id }) => id === level);
  const colors = levelColors(Math.max(place, 0), scale.levels.length);
  return (
    <Text
      style={{
        ...type.label,
        ...type.strong,
        ...colors,
        alignSelf: 'flex-start',
        paddingHorizontal: 4,
        paddingVertical: 1.2,
        borderRadius: 2,
      }}
    >
      {labelOf(scale.levels, level)}
    </Text>
  );
}
