/**
 * PostgreSQL's command line. It listens on a private unix socket only; on Windows, which has none that it can
 * use, on 127.0.0.1 with scram.
 * @param {{ host: string, port: number, throwaway: boolean }} options
 * @returns {string[]}
 */
export function serverSettings({ host, port, throwaway }) {
  const overSocket = host.startsWith('/');
  return Object.entries({
    listen_addresses: overSocket ? '' : host,
    unix_socket_directories: overSocket ? host : '',
    unix_socket_permissions: '0700',
    port: String(port),
    timezone: 'UTC',
    log_timezone: 'UTC',
    // 45 CFR 164.312: statements and rows may hold PHI, so that neither goes to a log.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    // Compiling short queries costs more than it saves, and memory.
    jit: 'off',
    ...(throwaway
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }
      : { max_connections: '100' }),
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
