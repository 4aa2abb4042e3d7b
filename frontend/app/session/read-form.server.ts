import { readMultipart } from './read-multipart.server';

/** The form of an unsafe request, within limits; an empty one otherwise. */
export async function readForm(request: Request): Promise<FormData> {
  if (request.method === 'GET' || request.method === 'HEAD') return new FormData();
  const type = request.headers.get('content-type') ?? '';
  if (type.startsWith('multipart/form-data')) return readMultipart(request, type);
  if (type.startsWith('application/x-www-form-urlencoded')) return request.formData();
  return new FormData();
}

/** A text field as it was typed, without the blanks around it. */
export function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** A password as it was typed, blanks and all. */
export function secret(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** A text field that may stay empty: null then, which the API reads as "not known". */
export function optionalText(form: FormData, name: string): string | null {
  return text(form, name) || null;
}

/** A number that may stay empty. What cannot be read goes on as it was typed: the API refuses it by field. */
export function optionalNumber(form: FormData, name: string): number | null {
  const typed = text(form, name);
  const digits = typed.replaceAll(/[,\s]/g, '');
  if (typed === '') return null;
  return /^-?\d+(\.\d+)?$/.test(digits) ? Number(digits) : unreadable(typed);
}

/** An amount of dollars as whole cents; the rest as with `optionalNumber`. */
export function optionalCents(form: FormData, name: string): number | null {
  const typed = text(form, name);
  const digits = typed.replaceAll(/[$,\s]/g, '');
  if (typed === '') return null;
  // Twelve digits before the point and four behind are exact in this arithmetic; the API bounds both.
  return /^-?\d+(\.\d+)?$/.test(digits) ? Number((Number(digits) * 100).toFixed(4)) : unreadable(typed);
}

function unreadable(typed: string): number {
  return typed as unknown as number;
}

export function checked(form: FormData, name: string): boolean {
  return form.get(name) !== null;
}
