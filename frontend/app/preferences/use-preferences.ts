import { useRouteLoaderData } from 'react-router';
import { defaults, type Preferences } from './preferences';

export function usePreferences(): Preferences {
  return useRouteLoaderData<{ preferences: Preferences }>('root')?.preferences ?? defaults;
}
