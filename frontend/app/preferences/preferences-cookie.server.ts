import { createCookie } from 'react-router';
import { parsePreferences, type Preferences } from './preferences';

const cookie = createCookie('preferences', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: process.env.PUBLIC_URL?.startsWith('https:') ?? false,
  maxAge: 60 * 60 * 24 * 365,
});

export async function readPreferences(request: Request): Promise<Preferences> {
  return parsePreferences(await cookie.parse(request.headers.get('cookie')));
}

export function writePreferences(preferences: Preferences): Promise<string> {
  return cookie.serialize(preferences);
}
