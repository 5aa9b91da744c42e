// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Document } from '../../../schemas/types.ts';
import { digest } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { keep } from '../../keep.ts';
import { oneAtATime } from '../../mutexes.ts';
import type { Scope } from '../../storage/contract.ts';
import { listAll } from '../../storage/list-all.ts';

/**
 * Adds proofs of time to the sealed documents that had to do without, because their authority could not be reached.
 * The sealed file stays the beginning of the new one. Gives how many are done and how many still wait.
 */
export async function completeSeals(
  deps: Deps,
): Promise<{ readonly done: number; readonly waiting: number }> {
  let [done, waiting] = [0, 0];
  for (const district of await deps.store.districts()) {
    const scope: Scope = { district, actor: 'system' };
    for (const { id } of await listAll(deps, scope, 'documents', { where: { awaits: 'time-stamp' } })) {
      if (await completeSeal(deps, scope, id)) done += 1;
      else waiting += 1;
    }
  }
  return { done, waiting };
}

function completeSeal(deps: Deps, scope: Scope, id: string): Promise<boolean> {
  return oneAtATime.alone(`${scope.district} document ${id}`, async () => {
    const kept = await deps.store.get<Document>(scope, 'documents', id);
    const newest = kept?.value.files.at(-1);
    if (!kept?.value.seal?.awaits || !newest) return true;
    // Sealed first: proofs of time come when everybody has signed.
    if (kept.value.state === 'issued') return false;
    const file = await deps.store.getBytes(scope, newest.blob);
    const proved = file && (await deps.papers.prove(file, new Date(deps.clock.now())));
    if (!proved?.ok) return false;
    const sha256 = digest(proved.value);
    const blob = `${id}.sealed.${sha256.slice(0, 16)}.pdf`;
    const put = await deps.store.putBytes(scope, blob, proved.value);
    if (!put.ok) return false;
    const { at, certificate } = kept.value.seal;
    const stored = {
      blob,
      sha256,
      bytes: proved.value.length,
      at: deps.clock.instant(),
      is: 'sealed' as const,
    };
    const value: Document = {
      ...kept.value,
      seal: { at, certificate },
      files: [...kept.value.files, stored],
    };
    const entry = { action: 'document.stamp', object: id, hash: sha256 };
    const done = await keep(deps, scope, entry, [
      { do: 'replace', collection: 'documents', id, value, rev: kept.rev },
    ]);
    return done.ok;
  });
}

const minutes = 10;

/** Tries now and every ten minutes; gives what ends it. */
export function keepCompleting(deps: Deps): () => void {
  let busy = false;
  const round = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      const told = await completeSeals(deps);
      if (told.done + told.waiting > 0) deps.log('seals completed', told);
    } catch (error) {
      deps.log('seals not completed', { reason: String(error) });
    }
    busy = false;
  };
  const timer = setInterval(() => void round(), minutes * 60_000);
  timer.unref();
  void round();
  return () => clearInterval(timer);
}
