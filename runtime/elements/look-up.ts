// SPDX-License-Identifier: BSD-3-Clause
// Rows of lists that are too long to travel with a form: asked of the server while somebody types.
import type { ListRow } from '../../schemas/types.ts';
import { holderOf, places } from '../engine/scope.ts';
import type { FormStore } from './form-store.ts';
import { apiOf } from './published.ts';
import type { Published, Remote } from './remote.ts';

/** What is asked of a long list: rows by id, or the best ones for a text whose columns have these values. */
export interface Asking {
  readonly text?: string;
  readonly where?: { readonly [column: string]: unknown };
  readonly ids?: readonly string[];
}

/** Gives the rows found, or rejects when the server is not reached. */
export type Seek = (list: string, asking: Asking, signal?: AbortSignal) => Promise<readonly ListRow[]>;

/** rows asked by id at once: an address stays short */
const AT_ONCE = 25;

/** From now on these rows have titles and columns here. */
function learn({ context }: FormStore, list: string, rows: readonly ListRow[]): void {
  const known = (context.lists[list] ??= []);
  for (const row of rows) if (!known.some(({ id }) => id === row.id)) known.push(row);
}

/** Looks up rows at an address, e.g. /api/lists; what is found the form knows from then on. */
function seeker(store: FormStore, address: string, init: RequestInit = {}): Seek {
  return async (list, { text = '', where = {}, ids = [] }, signal) => {
    const asked = new URL(`${address}/${list}`, document.baseURI);
    const filter = Object.entries(where).map(([column, value]) => `${column}:${String(value)}`);
    for (const [name, value] of [
      ['q', text.slice(0, 200)],
      ['in', filter.join()],
      ['id', ids.join()],
    ] as const)
      if (value) asked.searchParams.set(name, value);
    const answer = await fetch(asked, { ...init, ...(signal ? { signal } : {}) });
    if (!answer.ok) throw new Error(`${list}: ${answer.status}`);
    const { rows } = (await answer.json()) as { rows: readonly ListRow[] };
    learn(store, list, rows);
    return rows;
  };
}

/** The look-up of a form: at the address of its transport, of its published module, or of the application around it. */
export function begin(store: FormStore, remote: Remote | undefined, published: Published | undefined): Seek {
  const seek =
    published && !remote?.lists
      ? seeker(store, `${apiOf(published)}/${published.district}/${published.form}/lists`, {
          credentials: 'omit',
        })
      : seeker(store, remote?.lists ?? '/api/lists');
  // Without a network the codes stand for themselves until it is back.
  recall(store, seek).catch(() => undefined);
  return seek;
}

/** Fetches the titles of what is chosen already, as in a draft that is opened again. */
async function recall(store: FormStore, seek: Seek): Promise<void> {
  const { lists, partial = [] } = store.context;
  for (const list of partial) {
    const known = new Set(lists[list]?.map(({ id }) => id));
    const paths = new Map<string, readonly string[]>();
    for (const { pointer, key, schema } of store.outline.byPointer.values()) {
      const { from } = schema['x-choices'] ?? schema.items?.['x-choices'] ?? {};
      if (from?.slice(from.indexOf(':') + 1) !== list) continue;
      for (const { at, holder } of places(store.now.answers, holderOf(pointer))) {
        const chosen = [holder[key]].flat().filter((id): id is string => typeof id === 'string');
        const missing = chosen.filter((id) => !known.has(id));
        if (missing.length) paths.set(`${at}/${key}`, missing);
      }
    }
    const ids = [...new Set([...paths.values()].flat())];
    for (let at = 0; at < ids.length; at += AT_ONCE) await seek(list, { ids: ids.slice(at, at + AT_ONCE) });
    store.tell(paths.keys());
  }
}
