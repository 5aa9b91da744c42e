// SPDX-License-Identifier: BSD-3-Clause
// The records that a device keeps: finding, reading and erasing them.
import { type Device, done, finished, openBase, type Row, sealing, sharedFlag } from './device.ts';

/** days after which what nobody took up is erased */
const life = 30;
const day = 24 * 3_600_000;

/** A record as it was put, with when (milliseconds since 1970). */
export interface Found<Value> {
  readonly id: string;
  readonly at: number;
  readonly value: Value;
}

/** Records of one form, newest first. */
export async function records<Value>(device: Device, place: string): Promise<readonly Found<Value>[]> {
  const drafts = device.base.transaction('drafts').objectStore('drafts');
  const rows = await done<Row[]>(drafts.index('place').getAll(place));
  const found: Found<Value>[] = [];
  for (const { id, at, iv, data } of rows) {
    if (!data || !iv) continue;
    try {
      const text = await crypto.subtle.decrypt(sealing(iv, id), device.key.key, data);
      found.push({ id, at, value: JSON.parse(new TextDecoder().decode(text)) as Value });
    } catch {
      // of a key that is gone: nobody will ever read it
      await erase(device, id);
    }
  }
  return found.sort((a, b) => b.at - a.at);
}

/** Erases a record for good. */
export async function erase({ base }: Device, id: string): Promise<void> {
  const transaction = base.transaction('drafts', 'readwrite', { durability: 'strict' });
  transaction.objectStore('drafts').put({ id, place: '', at: Date.now() } satisfies Row);
  await finished(transaction);
}

/** What is too old goes; of what is gone, the mark after a day. */
export async function sweep({ base }: Device): Promise<void> {
  const transaction = base.transaction('drafts', 'readwrite');
  const drafts = transaction.objectStore('drafts');
  for (const { id, at, data } of await done<Row[]>(drafts.getAll()))
    if (at < Date.now() - (data ? life : 1) * day) drafts.delete(id);
}

/** Erases the key and all that was kept under it. */
export async function eraseDevice(): Promise<void> {
  try {
    for (const name of Object.keys(localStorage))
      if (name.startsWith('patto:') && name !== sharedFlag) localStorage.removeItem(name);
  } catch {
    // nothing may be stored here at all
  }
  try {
    const base = await openBase();
    const transaction = base.transaction(['keys', 'drafts'], 'readwrite', { durability: 'strict' });
    transaction.objectStore('keys').clear();
    transaction.objectStore('drafts').clear();
    await finished(transaction);
    base.close();
  } catch {
    // the same
  }
}

/** From now on nothing is kept here and what was is erased; or it is kept again. */
export async function setShared(shared: boolean): Promise<void> {
  try {
    if (shared) localStorage.setItem(sharedFlag, '1');
    else localStorage.removeItem(sharedFlag);
  } catch {
    // then nothing is kept in any case
  }
  if (shared) await eraseDevice();
}
