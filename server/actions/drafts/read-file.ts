// SPDX-License-Identifier: AGPL-3.0-or-later
// A kept file for who may see the answers that name it.
import type { Outline } from '../../../runtime/engine/contract.ts';
import type { FileRef } from '../../../runtime/fields/contract.ts';
import type { Answers } from '../../../schemas/types.ts';
import type { Deps } from '../../deps.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { KeptUpload } from '../../records.ts';
import type { Reply } from '../../routes/contract.ts';
import type { Scope } from '../../storage/contract.ts';
import { seesAt, withoutHidden } from '../../visible.ts';
import { filesNamed } from './named-files.ts';

/** What is asked for, and with whose eyes; `draft`: its uploads may be read before anything names them. */
export interface FileWish {
  readonly id: string;
  readonly outline: Outline;
  readonly answers: Answers;
  readonly role: string;
  readonly draft?: string;
}

/** The file as a download that no browser runs. */
export async function readFile(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  wish: FileWish,
): Promise<Reply | Refusal> {
  const { id, outline, answers, role, draft } = wish;
  const named = filesNamed(outline, withoutHidden(outline, answers, role)).some(({ file }) => file.id === id);
  const kept = await deps.store.get<KeptUpload>(scope, 'uploads', id);
  const own = draft !== undefined && kept?.value.draft === draft && seesAt(outline, kept.value.field, role);
  if (!kept || !(named || own)) return refuse('not-found');
  const bytes = await deps.store.getBytes(scope, id);
  if (!bytes) return refuse('not-found');
  return downloadOf(kept.value, bytes);
}

/** A kept file as a download that no browser runs. */
export function downloadOf(file: Pick<FileRef, 'name' | 'type'>, bytes: Uint8Array): Reply {
  const { name, type } = file;
  const plain = name.replace(/[^\w. -]+/gu, '_');
  return {
    ok: true,
    bytes,
    type,
    headers: {
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encode(name)}`,
      'Content-Security-Policy':
        "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    },
  };
}

/** Percent-encoded as RFC 8187 wants it. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
