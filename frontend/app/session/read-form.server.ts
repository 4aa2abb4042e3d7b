import { parseFormData } from '@remix-run/form-data-parser';

const LARGEST_UPLOAD = 25 * 1024 * 1024;

/** The form of an unsafe request, within limits; an empty one otherwise. */
export async function readForm(request: Request): Promise<FormData> {
  if (request.method === 'GET' || request.method === 'HEAD') return new FormData();
  const type = request.headers.get('content-type') ?? '';
  if (type.startsWith('multipart/form-data')) {
    return parseFormData(request, {
      maxFiles: 10,
      maxFileSize: LARGEST_UPLOAD,
      maxTotalSize: 2 * LARGEST_UPLOAD,
    });
  }
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

export function wholeNumber(form: FormData, name: string): number | null {
  const value = text(form, name);
  return /^-?\d+$/.test(value) ? Number(value) : null;
}

export function checked(form: FormData, name: string): boolean {
  return form.get(name) !== null;
}
