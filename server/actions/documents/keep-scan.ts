// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Case, Document, Scan } from '../../../schemas/types.ts';
import { digest } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { kindOfBytes } from '../../file-kind.ts';
import { keep, refusal } from '../../keep.ts';
import { oneAtATime } from '../../mutexes.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { Kept, Scope } from '../../storage/contract.ts';

/** Endings by media type of what a scanner or a telephone makes. */
export const scanKinds: { readonly [type: string]: string } = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
};
/** of one document */
const most = 20;

/** Keeps a scan of the signed paper beside its document; the same one again is the one that is there. */
export function keepScan(
  deps: Deps,
  scope: Scope,
  kase: Kept<Case>,
  id: string,
  bytes: Uint8Array,
): Promise<{ readonly ok: true; readonly value: Scan; readonly again: boolean } | Refusal> {
  return oneAtATime.alone(`${scope.district} document ${id}`, async () => {
    const kept = await deps.store.get<Document>(scope, 'documents', id);
    if (!kept || kept.value.case !== kase.id || kept.value.copy !== 'family') return refuse('not-found');
    const { value } = kept;
    const sha256 = digest(bytes);
    const before = value.scans?.find((one) => one.sha256 === sha256);
    if (before) return { ok: true, value: before, again: true };
    if (value.state !== 'issued') return refuse('wrong-state', { state: value.state });
    if (bytes.length === 0) return refuse('file-empty');
    const type = await kindOfBytes(bytes);
    const ending = type === undefined ? undefined : scanKinds[type];
    if (type === undefined || ending === undefined)
      return refuse('file-kind', { kinds: Object.values(scanKinds).join(', ').toUpperCase() });
    if ((value.scans ?? []).length >= most) return refuse('too-many-uploads');
    const blob = `${id}.scan.${sha256.slice(0, 16)}.${ending}`;
    // The bytes first: a record always has its file.
    const put = await deps.store.putBytes(scope, blob, bytes);
    if (!put.ok) return refusal(put);
    const at = deps.clock.instant();
    const scan: Scan = { blob, sha256, bytes: bytes.length, type, at, by: scope.actor };
    const entry = { action: 'document.scan', object: id, hash: sha256 };
    const done = await keep(deps, scope, entry, [
      {
        do: 'replace',
        collection: 'documents',
        id,
        value: { ...value, scans: [...(value.scans ?? []), scan] },
        rev: kept.rev,
      },
    ]);
    return done.ok ? { ok: true, value: scan, again: false } : refusal(done);
  });
}
