// SPDX-License-Identifier: BSD-3-Clause
// One question at a time: each question is a page of its own, under the heading of its page and section.
import type { LayoutNode } from '../../schemas/types.ts';
import type { PattoForm } from './form.ts';
import type { FormStore } from './form-store.ts';
import { type Page, fieldsOf } from './layout.ts';

/** Steps of a form, whatever is shown of them; made once, so that each is drawn once. */
const made = new WeakMap<FormStore, readonly Page[]>();
/** those that are shown now */
const current = new WeakMap<FormStore, readonly Page[]>();

/** One item each; what is only read stands with the question that follows, at the end with the one before. */
function stepsOf(items: readonly LayoutNode[], store: FormStore): LayoutNode[][] {
  const steps: LayoutNode[][] = [];
  let read: LayoutNode[] = [];
  const add = (item: LayoutNode): void => {
    if (typeof item === 'object' && 'row' in item) return item.row.forEach(add);
    if (typeof item === 'object' && 'items' in item && !('repeat' in item)) return item.items.forEach(add);
    const path = typeof item === 'string' ? item : 'repeat' in item ? item.repeat : undefined;
    if (path !== undefined && store.beside(path)) return;
    const node = path === undefined ? undefined : store.node(path);
    if (!node || node.value !== undefined) read.push(item);
    else {
      steps.push([...read, item]);
      read = [];
    }
  };
  items.forEach(add);
  const last = steps.at(-1);
  if (read.length > 0)
    if (last) last.push(...read);
    else steps.push(read);
  return steps;
}

function all(store: FormStore): readonly Page[] {
  const known = made.get(store);
  if (known) return known;
  const steps = store.pages.flatMap(({ id, node, blocks }) =>
    blocks.flatMap(({ section, items }) =>
      stepsOf(items, store).map((items) => ({ id, node, blocks: [{ section, items }] })),
    ),
  );
  made.set(store, steps);
  return steps;
}

const shown = (store: FormStore): readonly Page[] =>
  all(store).filter(({ blocks }) => fieldsOf(blocks[0]!.items, '').some((path) => store.now.shown.has(path)));

/** The questions that are asked with the answers of now, each as a page. */
export function steps(store: FormStore): readonly Page[] {
  const known = current.get(store) ?? shown(store);
  current.set(store, known);
  return known;
}

const followed = new WeakSet<FormStore>();

/** Answers change which questions there are: the one in sight stays there. */
export function follow(form: PattoForm): void {
  const { store } = form;
  if (!store) return void form.updateComplete.then(() => form.store && follow(form));
  if (followed.has(store)) return;
  followed.add(store);
  store.addEventListener('change', () => {
    const old = current.get(store)?.[form.page];
    const now = shown(store);
    current.set(store, now);
    const place = old ? now.indexOf(old) : -1;
    if (place >= 0) form.page = place;
    form.requestUpdate();
  });
}
