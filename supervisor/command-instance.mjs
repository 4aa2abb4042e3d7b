/**
 * What a single command needs of an instance: the databases, no ports of its own.
 * @param {import('./settings.mjs').Settings} settings
 * @param {string} adminUrl
 * @returns {import('./child-environment.mjs').Instance}
 */
export function commandInstance(settings, adminUrl) {
  const port = settings.port || 3164;
  const publicUrl = settings.publicUrl ?? `http://localhost:${port}`;
  return { settings, adminUrl, publicUrl, port, backendPort: 3165, workerPort: 3166, mode: 'production' };
}
