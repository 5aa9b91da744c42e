// SPDX-License-Identifier: BSD-3-Clause
// What a device keeps of unfinished answers: one encrypted record per draft in IndexedDB, under a key that no script
// can read. Nothing is kept where the person says that the device is shared, or the browser forbids it.
// It comes with the page, so it only writes; device-records.ts finds and erases.

export const sharedFlag = 'patto:shared';

export interface Row {
  readonly id: string;
  /** of which form; no personal datum */
  readonly place: string;
  /** milliseconds since 1970 */
  readonly at: number;
  readonly iv?: Uint8Array<ArrayBuffer>;
  /** absent: it was sent or thrown away, and is not to come back */
  readonly data?: ArrayBuffer;
}
export interface KeptKey {
  readonly id: 'key';
  readonly name: string;
  readonly key: CryptoKey;
}

export const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((good, bad) => {
    request.onsuccess = () => good(request.result);
    request.onerror = () => bad(request.error);
  });
export const finished = (transaction: IDBTransaction): Promise<void> =>
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
  readonly base: IDBDatabase;
  readonly key: KeptKey;

  private constructor(base: IDBDatabase, key: KeptKey) {
    this.base = base;
    this.key = key;
  }

  /** undefined where nothing can or may be kept */
  static async open(): Promise<Device | undefined> {
    if (isShared() || !globalThis.crypto?.subtle) return undefined;
    try {
      const base = await openBase();
      return new Device(base, await keyIn(base));
    } catch {
      return undefined;
    }
  }

  /** Keeps a value under an id, over what was there; false when it was erased meanwhile. */
  async put(id: string, place: string, value: unknown): Promise<boolean> {
    const { key, name } = this.key;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const text = new TextEncoder().encode(JSON.stringify(value));
    const data = await crypto.subtle.encrypt(sealing(iv, id), key, text);
    const transaction = this.base.transaction(['keys', 'drafts'], 'readwrite', { durability: 'strict' });
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
}

export const sealing = (iv: Uint8Array<ArrayBuffer>, id: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  // a record cannot be passed off as another
  additionalData: new TextEncoder().encode(id),
});

export function openBase(): Promise<IDBDatabase> {
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
