export function logLine(event, fields = {}) {
  process.stdout.write(
    `${JSON.stringify({ at: new Date().toISOString(), service: 'frontend', event, ...fields })}\n`,
  );
}
