// SPDX-License-Identifier: BSD-3-Clause
// Files of one question on their way. They belong to the form and not to what draws them: a page that is left and
// entered again finds them, and a file that has arrived becomes part of the answer wherever the person is by then.
import { withNumbers } from '../../engine/row-ids.ts';
import type { FileRef } from '../../fields/contract.ts';
import { problem } from '../../fields/problems.ts';
import type { FormStore } from '../form-store.ts';
import type { Refusal, Remote } from '../remote.ts';

/** One file that is not yet part of the answer. `refused`: it will not go as it is; `waiting`: it goes by itself later. */
export interface Underway {
  readonly number: number;
  readonly file: File;
  is: 'sending' | 'waiting' | 'failed' | 'refused';
  /** 0 to 1 */
  part: number;
  /** why it does not go, in words */
  message: string;
  stop: AbortController;
}

/** What the question says of its files: the type's own texts. */
export type Say = (key: string, params: { readonly [name: string]: unknown }) => string;

/** Milliseconds between tries while the server is away. */
const TRIES = [3_000, 10_000, 30_000, 60_000];
const passing = new Set(['network', 'rate-limited']);

const kept = new WeakMap<FormStore, Map<string, Uploads>>();
/** The uploads of the question at a place of a form. */
export function uploadsAt(store: FormStore, path: string): Uploads {
  const all = kept.get(store) ?? new Map<string, Uploads>();
  kept.set(store, all);
  const key = store.key(path);
  const known = all.get(key) ?? new Uploads(store, key);
  all.set(key, known);
  return known;
}

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

export class Uploads extends EventTarget {
  readonly #store: FormStore;
  /** place with row ids */
  readonly #key: string;
  items: readonly Underway[] = [];
  /** what was last said, for who listens */
  said = '';
  /** pictures of files chosen on this page, by their id */
  readonly pictures = new Map<string, string>();
  #number = 0;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: FormStore, key: string) {
    super();
    this.#store = store;
    this.#key = key;
  }

  get #path(): string | undefined {
    return withNumbers(this.#store.now.answers, this.#key);
  }

  #value(path: string): readonly FileRef[] {
    return (this.#store.value(path) as readonly FileRef[] | undefined) ?? [];
  }

  /** Says what happened and draws anew. What is under way keeps the question from being complete. */
  tell(text?: string): void {
    if (text !== undefined) this.said = text;
    const path = this.#path;
    const busy = this.items.some(({ is }) => is === 'sending' || is === 'waiting');
    if (path !== undefined) this.#unfinished(path, busy);
    this.dispatchEvent(new Event('change'));
  }

  /** Something at a place is under way and keeps it from being complete, or no more. */
  #unfinished(path: string, busy: boolean): void {
    const store = this.#store;
    if (busy) store.typing.set(this.#key, { text: '', problem: problem('file-underway') });
    else store.typing.delete(this.#key);
    store.problems?.again([path]);
    store.tell([path]);
  }

  /** A file that cannot go, with the reason. */
  refuse(file: File, message: string): void {
    this.items = [...this.items, this.#item(file, 'refused', message)];
    this.tell(message);
  }

  add(file: File, say: Say): void {
    const item = this.#item(file, 'sending', '');
    this.items = [...this.items, item];
    void this.#send(item, say);
  }

  #item(file: File, is: Underway['is'], message: string): Underway {
    return { number: (this.#number += 1), file, is, part: 0, message, stop: new AbortController() };
  }

  drop(item: Underway, text: string): void {
    item.stop.abort();
    this.items = this.items.filter((each) => each !== item);
    this.tell(text);
  }

  retry(item: Underway, say: Say): void {
    item.stop = new AbortController();
    void this.#send(item, say);
  }

  /** Takes a file out of the answer. */
  remove(file: FileRef, text: string): void {
    const path = this.#path;
    if (path === undefined) return;
    const picture = this.pictures.get(file.id);
    if (picture) URL.revokeObjectURL(picture);
    this.pictures.delete(file.id);
    const left = this.#value(path).filter(({ id }) => id !== file.id);
    this.#store.answer(path, left.length > 0 ? left : undefined);
    this.tell(text);
  }

  #says: Say | undefined;
  /** Listened for only while something waits: a form that is gone must not be kept for it. */
  readonly #wake = (): void => {
    removeEventListener('online', this.#wake);
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const item of this.items) if (item.is === 'waiting' && this.#says) void this.#send(item, this.#says);
  };

  async #send(item: Underway, say: Say): Promise<void> {
    this.#says = say;
    const { name } = item.file;
    Object.assign(item, { is: 'sending', part: 0, message: '' });
    this.tell(say('underway', { name, percent: 0 }));
    const answer = await this.#deliver(item, say);
    if (item.stop.signal.aborted || !this.items.includes(item)) return;
    if (answer.ok) this.#arrived(item, answer.file, say('attached', { name: answer.file.name }));
    else if (passing.has(answer.code)) {
      item.is = 'waiting';
      item.message = say('waiting', { name });
      addEventListener('online', this.#wake);
      this.#timer ??= setTimeout(this.#wake, TRIES[Math.min(this.#tries++, TRIES.length - 1)]);
      this.tell(item.message);
    } else {
      item.is = 'failed';
      item.message = answer.message ? `${name}: ${answer.message}` : say('notKept', { name });
      this.tell(item.message);
    }
  }

  #arrived(item: Underway, file: FileRef, text: string): void {
    this.#tries = 0;
    this.items = this.items.filter((each) => each !== item);
    const path = this.#path;
    // the row has gone meanwhile
    if (path === undefined) return;
    const before = this.#value(path);
    if (item.file.type.startsWith('image/')) this.pictures.set(file.id, URL.createObjectURL(item.file));
    if (!before.some(({ id }) => id === file.id)) this.#store.answer(path, [...before, file]);
    this.tell(text);
  }

  async #deliver(item: Underway, say: Say): Promise<{ ok: true; file: FileRef } | Refusal> {
    const { reach } = this.#store;
    const saving = await reach?.keeping();
    const remote = reach?.transport;
    const path = this.#path;
    const field = path === undefined ? undefined : this.#store.node(path)?.pointer;
    if (!saving || !remote?.sendFile || field === undefined)
      return { ok: false, code: 'nowhere', message: say('nowhere', { name: '' }).replace(/^:\s*/, '') };
    let sha256: string;
    try {
      const bytes = await item.file.arrayBuffer();
      sha256 = crypto.subtle ? hex(await crypto.subtle.digest('SHA-256', bytes)) : '';
    } catch {
      // moved or removed since it was chosen
      return { ok: false, code: 'unreadable' };
    }
    const sending = {
      field,
      sha256,
      signal: item.stop.signal,
      told: (part: number) => {
        item.part = part;
        this.dispatchEvent(new Event('change'));
      },
    };
    const first = await remote.sendFile(item.file, sending);
    if (first.ok || first.code !== 'draft-first') return first;
    return (await saved(() => saving.save()))
      ? (remote as Required<Remote>).sendFile(item.file, sending)
      : { ok: false, code: 'network' };
  }
}

/** A save may be under way already, and then this one is only noted: a little later it is there. */
async function saved(save: () => Promise<boolean>): Promise<boolean> {
  for (const wait of [0, 500, 1500]) {
    await new Promise((done) => setTimeout(done, wait));
    if (await save()) return true;
  }
  return false;
}
