/** Reads what the frontend needs once; every refusal names the variable and the fix. */
export function readEnvironment(env) {
  const port = Number(env.PORT ?? 3164);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`PORT is ${JSON.stringify(env.PORT)}: set it to a number between 0 and 65535.`);
  }
  return {
    development: env.NODE_ENV === 'development',
    host: env.HOST ?? '127.0.0.1',
    port,
    backendUrl: urlOf(env, 'BACKEND_URL', 'http://127.0.0.1:3165'),
    publicUrl: urlOf(env, 'PUBLIC_URL', `http://localhost:${port}`).origin,
  };
}

function urlOf(env, name, fallback) {
  const value = env[name] ?? fallback;
  if (URL.canParse(value)) return new URL(value);
  throw new Error(`${name} is ${JSON.stringify(value)}: set it to a whole address such as ${fallback}.`);
}
