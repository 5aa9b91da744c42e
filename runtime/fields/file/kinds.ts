// SPDX-License-Identifier: BSD-3-Clause
// Kinds of files that a question may ask for: what stands in `x-settings`, and the media types that it means.
import type { FieldSchema } from '../../../schemas/types.ts';

interface FileKind {
  /** media type → endings of a name, the usual one first */
  readonly types: { readonly [type: string]: readonly string[] };
  readonly camera?: true;
}

export const kinds: { readonly [kind: string]: FileKind } = {
  pdf: { types: { 'application/pdf': ['pdf'] } },
  photo: {
    camera: true,
    types: {
      'image/jpeg': ['jpg', 'jpeg'],
      'image/png': ['png'],
      'image/heic': ['heic', 'heif'],
      'image/webp': ['webp'],
    },
  },
  office: {
    types: {
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
      'application/vnd.oasis.opendocument.text': ['odt'],
      'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
    },
  },
};
const usual = ['pdf', 'photo'];

/** MB; the widest that a question may allow */
export const WIDEST = 20;
const MEGABYTE = 1024 * 1024;

/** Names of the kinds that a question takes. */
export function kindsOf(field: FieldSchema): readonly string[] {
  const set = field['x-settings']?.['kinds'];
  const named = Array.isArray(set) ? Object.keys(kinds).filter((kind) => set.includes(kind)) : [];
  return named.length > 0 ? named : usual;
}

/** Media types that a question takes, with their endings. */
export const typesOf = (field: FieldSchema): FileKind['types'] =>
  Object.assign({}, ...kindsOf(field).map((kind) => kinds[kind]!.types)) as FileKind['types'];

/** Bytes that one file may have. */
export function sizeOf(field: FieldSchema): number {
  const set = field['x-settings']?.['size'];
  const megabytes = typeof set === 'number' && set > 0 ? Math.min(set, WIDEST) : 10;
  return Math.floor(megabytes * MEGABYTE);
}

/** Fewest and most files. */
export const countOf = (field: FieldSchema): { readonly least: number; readonly most: number } => ({
  least: Math.max(1, field.minItems ?? 1),
  most: Math.min(field.maxItems ?? 5, 20),
});

/** Bytes in words: 1,2 MB. */
export function sizeInWords(bytes: number, locale: string): string {
  const [unit, by] = bytes < MEGABYTE / 10 ? (['KB', 1024] as const) : (['MB', MEGABYTE] as const);
  const value = Math.max(bytes / by, 0.1);
  const written = value < 10 ? String(Math.round(value * 10) / 10) : String(Math.round(value));
  return `${locale.startsWith('it') ? written.replace('.', ',') : written} ${unit}`;
}
