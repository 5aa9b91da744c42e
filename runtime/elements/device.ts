// SPDX-License-Identifier: BSD-3-Clause
// What a device keeps of unfinished answers: one encrypted record per draft in IndexedDB, under a key that no script
// can read. Nothing is kept where the person says that the device is shared, or the browser forbids it.

/** days after which what nobody took up is erased */
const life = 30;
const day = 24 * 3_600_000;
const sharedFlag = 'patto:shared';

interface Row {
  readonly id: string;
  /** of which form; no personal datum */
  readonly place: string;
  /** milliseconds since 1970 */
  readonly at: number;
  readonly iv?: Uint8Array<ArrayBuffer>;
  /** absent: it was sent or thrown away, and is not to come back */
  readonly data?: ArrayBuffer;
}
interface KeptKey {
  readonly id: 'key';
  readonly name: string;
  readonly key: CryptoKey;
}

/** A record as it was put, with when (milliseconds since 1970). */
export interface Found<Value> {
  readonly id: string;
  readonly at: number;
  readonly value: Value;
}

const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((good, bad) => {
    request.onsuccess = () => good(request.result);
    request.onerror = () => bad(request.error);
  });
const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((good, bad) => {
    transaction.oncomplete = () => good();
    transaction.onabort = transaction.onerror = () => bad(transaction.error);
  });

/** Is this a device of several people, on which nothing is kept? */
export function isShared(): boolean {
  try {
    return localStorage.getItem(sharedFlag) === '1';
  } catch {
    return false;
  }
}

export class Device {
  readonly #base: IDBDatabase;
  #key: KeptKey;

  private constructor(base: IDBDatabase, key: KeptKey) {
    this.#base = base;
    this.#key = key;
  }

  /** undefined where nothing can or may be kept */
  static async open(): Promise<Device | undefined> {
    if (isShared() || !globalThis.crypto?.subtle) return undefined;
    try {
      const base = await openBase();
      const device = new Device(base, await keyIn(base));
      void device.#sweep();
      return device;
    } catch {
      return undefined;
    }
  }

  /** Keeps a value under an id, over what was there; false when it was erased meanwhile. */
  async put(id: string, place: string, value: unknown): Promise<boolean> {
    const { key, name } = this.#key;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const text = new TextEncoder().encode(JSON.stringify(value));
    const data = await crypto.subtle.encrypt(sealing(iv, id), key, text);
    const transaction = this.#base.transaction(['keys', 'drafts'], 'readwrite', { durability: 'strict' });
    const drafts = transaction.objectStore('drafts');
    const [current, before] = await Promise.all([
      done<KeptKey | undefined>(transaction.objectStore('keys').get('key')),
      done<Row | undefined>(drafts.get(id)),
    ]);
    // Signed out, or sent, in another window: a late word of this one must not bring it back.
    if (current?.name !== name || (before && !before.data)) return false;
    drafts.put({ id, place, at: Date.now(), iv, data } satisfies Row);
    await finished(transaction);
    return true;
  }

  /** Records of one form, newest first. */
  async all<Value>(place: string): Promise<readonly Found<Value>[]> {
    const drafts = this.#base.transaction('drafts').objectStore('drafts');
    const rows = await done<Row[]>(drafts.index('place').getAll(place));
    const found: Found<Value>[] = [];
    for (const { id, at, iv, data } of rows) {
      if (!data || !iv) continue;
      try {
        const text = await crypto.subtle.decrypt(sealing(iv, id), this.#key.key, data);
        found.push({ id, at, value: JSON.parse(new TextDecoder().decode(text)) as Value });
      } catch {
        // of a key that is gone: nobody will ever read it
        await this.remove(id);
      }
    }
    return found.sort((a, b) => b.at - a.at);
  }

  /** Erases a record for good. */
  async remove(id: string): Promise<void> {
    const transaction = this.#base.transaction('drafts', 'readwrite', { durability: 'strict' });
    transaction.objectStore('drafts').put({ id, place: '', at: Date.now() } satisfies Row);
    await finished(transaction);
  }

  /** What is too old goes; of what is gone, the mark after a day. */
  async #sweep(): Promise<void> {
    const transaction = this.#base.transaction('drafts', 'readwrite');
    const drafts = transaction.objectStore('drafts');
    for (const { id, at, data } of await done<Row[]>(drafts.getAll()))
      if (at < Date.now() - (data ? life : 1) * day) drafts.delete(id);
  }
}

const sealing = (iv: Uint8Array<ArrayBuffer>, id: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  // a record cannot be passed off as another
  additionalData: new TextEncoder().encode(id),
});

function openBase(): Promise<IDBDatabase> {
  const request = indexedDB.open('patto', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('keys', { keyPath: 'id' });
    request.result.createObjectStore('drafts', { keyPath: 'id' }).createIndex('place', 'place');
  };
  return done(request);
}

async function keyIn(base: IDBDatabase): Promise<KeptKey> {
  const fresh: KeptKey = {
    id: 'key',
    name: crypto.randomUUID(),
    key: await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
  };
  const transaction = base.transaction('keys', 'readwrite', { durability: 'strict' });
  const keys = transaction.objectStore('keys');
  // Two windows at once make one key.
  const known = await done<KeptKey | undefined>(keys.get('key'));
  if (!known) keys.put(fresh);
  await finished(transaction);
  return known ?? fresh;
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
