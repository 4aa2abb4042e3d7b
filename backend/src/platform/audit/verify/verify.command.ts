import type { CliCommand } from '../../../cli.js';

/** `part164 audit verify [--organization ID]`: prints a report; exit code 1 when the log was tampered with. */
export const verifyCommand: CliCommand = () => Promise.reject(new Error('not there yet'));
