/**
 * How to reach a running cluster.
 * @typedef {{ host: string, port: number }} Address host is the folder of a unix socket, or an IP address
 */

/**
 * @param {Address} address
 * @param {{ user: string, password: string, database: string }} login
 */
export function connectionUrl({ host, port }, { user, password, database }) {
  const who = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  const what = encodeURIComponent(database);
  return host.startsWith('/')
    ? `postgresql://${who}@/${what}?host=${encodeURIComponent(host)}&port=${port}`
    : `postgresql://${who}@${host}:${port}/${what}`;
}

/**
 * The same server, another login.
 * @param {string} url
 * @param {{ user?: string, password?: string, database?: string }} login
 */
export function withLogin(url, { user, password, database }) {
  const parsed = parseConnectionUrl(url);
  if (user !== undefined) parsed.username = encodeURIComponent(user);
  if (password !== undefined) parsed.password = encodeURIComponent(password);
  if (database !== undefined) parsed.pathname = `/${encodeURIComponent(database)}`;
  return printConnectionUrl(parsed);
}

/**
 * @param {string} url
 * @returns {string} the URL as it may be shown: without the password
 */
export function withoutPassword(url) {
  try {
    const parsed = parseConnectionUrl(url);
    if (parsed.password) parsed.password = '***';
    if (parsed.searchParams.has('password')) parsed.searchParams.set('password', '***');
    return printConnectionUrl(parsed);
  } catch {
    return '(not a URL)';
  }
}

// A URL over a socket has no host (postgresql://user:pw@/database?host=/folder), which the URL parser refuses.
const NO_HOST = 'socket.invalid';

/** @param {string} url */
export function parseConnectionUrl(url) {
  return new URL(url.replace(/^([a-z]+:\/\/(?:[^/@]*@)?)\//i, `$1${NO_HOST}/`));
}

/** @param {URL} parsed */
function printConnectionUrl(parsed) {
  return parsed.href.replace(NO_HOST, '');
}
