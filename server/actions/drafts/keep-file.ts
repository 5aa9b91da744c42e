// SPDX-License-Identifier: AGPL-3.0-or-later
// Files of a draft: taken in one by one, long before anything is submitted.
import { createHash } from 'node:crypto';
import type { FieldNode, Outline } from '../../../runtime/engine/contract.ts';
import type { FileRef } from '../../../runtime/fields/contract.ts';
import { sizeOf, typesOf } from '../../../runtime/fields/file/kinds.ts';
import type { Version } from '../../../schemas/types.ts';
import { newId } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { kindOfBytes } from '../../file-kind.ts';
import { keepNew, refusal } from '../../keep.ts';
import { oneAtATime } from '../../mutexes.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { KeptDraft, KeptUpload } from '../../records.ts';
import type { Kept, Scope } from '../../storage/contract.ts';

/** What one draft may hold, used or thrown away again: files, and bytes of them all. */
const most = { files: 100, bytes: 200 * 1024 * 1024 };
const NAME = 120;

export interface SentFile {
  readonly bytes: Uint8Array;
  /** as the person's machine calls it */
  readonly name: string | undefined;
  /** pointer of the question, rows as stars */
  readonly field: string;
  /** what the sender counted, hexadecimal */
  readonly sha256: string;
}

/** A name that is safe to show and to save under: no folders, no hidden signs, the ending that its content has. */
export function safeName(given: string, type: string, endings: readonly string[]): string {
  const own = given.split(/[/\\]/u).at(-1) ?? '';
  const clean = own
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^\.+/u, '');
  const ending = clean.split('.').at(-1)?.toLowerCase() ?? '';
  const right = endings.includes(ending) && clean.includes('.');
  const last = `.${right ? ending : (endings[0] ?? type.split('/').at(-1) ?? 'bin')}`;
  const stem = (right ? clean.slice(0, -last.length) : clean).trim() || 'file';
  return (
    [...stem]
      .slice(0, NAME - last.length)
      .join('')
      .trim() + last
  );
}

/** Whether a file may be an answer to its question, in one of these roles: size, wholeness, kind by its content. */
export async function lookAtFile(
  outline: Outline,
  sent: SentFile,
  roles: readonly string[],
): Promise<{ readonly ok: true; readonly file: Omit<FileRef, 'id'> } | Refusal> {
  const node = outline.byPointer.get(sent.field);
  if (!node || !roles.some((role) => takesFiles(node, role)))
    return refuse('not-a-file-question', {}, '/field');
  const { bytes } = sent;
  const limit = sizeOf(node.schema);
  if (bytes.byteLength === 0) return refuse('file-empty');
  if (bytes.byteLength > limit) return refuse('too-large', { limit: Math.round(limit / 1024) });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  // A page without a secure origin cannot count.
  if (sent.sha256 !== '' && sha256 !== sent.sha256) return refuse('file-damaged');
  const types = typesOf(node.schema);
  const type = await kindOfBytes(bytes);
  if (type === undefined || !Object.hasOwn(types, type))
    return refuse('file-kind', { kinds: [...new Set(Object.values(types).flat())].join(', ').toUpperCase() });
  const name = safeName(sent.name ?? '', type, types[type] ?? []);
  return { ok: true, file: { name, type, size: bytes.byteLength, sha256 } };
}

/** Keeps one file for a question of the draft; the same file sent again is the one that is there. */
export async function keepFile(
  deps: Deps,
  scope: Scope,
  draft: Kept<KeptDraft>,
  version: Version,
  sent: SentFile,
  role: string,
): Promise<{ readonly ok: true; readonly file: FileRef; readonly again: boolean } | Refusal> {
  const looked = await lookAtFile(deps.forms.outline(version), sent, [role]);
  if (!looked.ok) return looked;
  const { bytes } = sent;
  const { sha256 } = looked.file;
  return oneAtATime.alone(`${scope.district} files ${draft.id}`, async () => {
    if (!(await deps.store.get(scope, 'drafts', draft.id))) return refuse('not-found');
    const there = await uploadsOf(deps, scope, { draft: draft.id });
    const before = there.find(({ fields }) => fields['sha256'] === sha256 && fields['field'] === sent.field);
    const known = before && (await deps.store.get<KeptUpload>(scope, 'uploads', before.id));
    if (known) return { ok: true, file: fileOf(known.value), again: true };
    const weight = there.reduce((sum, { fields }) => sum + Number(fields['size']), bytes.byteLength);
    if (there.length >= most.files || weight > most.bytes) return refuse('too-many-uploads');
    const id = newId();
    const value: KeptUpload = {
      ...looked.file,
      id,
      draft: draft.id,
      field: sent.field,
      by: scope.actor,
      at: deps.clock.instant(),
    };
    // The bytes first: a record always has its file.
    const put = await deps.store.putBytes(scope, id, bytes);
    if (!put.ok) return refusal(put);
    const entry = { action: 'file.keep', object: id, hash: sha256 };
    const made = await keepNew(deps, scope, entry, 'uploads', () => value, undefined);
    if (made.ok) return { ok: true, file: fileOf(value), again: false };
    await deps.store.removeBytes(scope, id);
    return refusal(made);
  });
}

const takesFiles = (node: FieldNode, role: string): boolean =>
  node.type.files !== undefined && (node.visibleTo === undefined || node.visibleTo.includes(role));

/** The upload as an answer names it. */
export const fileOf = ({ id, name, type, size, sha256 }: FileRef): FileRef => ({
  id,
  name,
  type,
  size,
  sha256,
});

/** Index entries of the uploads of a draft or of a submission. */
export async function uploadsOf(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  where: { readonly draft: string } | { readonly submission: string },
) {
  return (await deps.store.list(scope, 'uploads', { where: { ...where }, limit: 200 })).items;
}
