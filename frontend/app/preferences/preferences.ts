export const colorSchemes = ['auto', 'light', 'dark'] as const;
export const densities = ['comfortable', 'compact'] as const;

export type ColorScheme = (typeof colorSchemes)[number];
export type Density = (typeof densities)[number];

/** How a person likes the screen; kept in this browser and known before the first byte is drawn. */
export interface Preferences {
  colorScheme: ColorScheme;
  density: Density;
  navigation: 'open' | 'narrow';
}

export const defaults: Preferences = { colorScheme: 'auto', density: 'comfortable', navigation: 'open' };

export function parsePreferences(value: unknown): Preferences {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Partial<
    Record<keyof Preferences, unknown>
  >;
  return {
    colorScheme: oneOf(colorSchemes, given.colorScheme, defaults.colorScheme),
    density: oneOf(densities, given.density, defaults.density),
    navigation: given.navigation === 'narrow' ? 'narrow' : 'open',
  };
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown, fallback: T): T {
  return allowed.find((entry) => entry === value) ?? fallback;
}
