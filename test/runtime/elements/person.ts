// SPDX-License-Identifier: AGPL-3.0-or-later
// What a person does to a form, by its controls, and what a person sees of it: for the shared cases.
import type { FieldNode } from '../../../runtime/engine/contract.ts';
import { own } from '../../../runtime/engine/pointer.ts';
import type { PattoField } from '../../../runtime/elements/field.ts';
import type { PattoForm } from '../../../runtime/elements/form.ts';
import type { Step } from '../engine/cases.ts';
import { until } from './forms.ts';

const store = (form: PattoForm) => form.store!;
const find = <Found extends HTMLElement = HTMLInputElement>(form: PattoForm, id: string): Found | null =>
  (form.shadowRoot?.getElementById(id) ?? null) as Found | null;
const idOf = (form: PattoForm, path: string): string => `f${store(form).key(path)}`;
const pause = () => new Promise((done) => setTimeout(done, 0));

const fields = (form: PattoForm): PattoField[] =>
  [...form.shadowRoot!.querySelectorAll('patto-field')].filter((field) => !field.closest('[hidden]'));

/** Pointers of the questions that stand on the screen. */
export const seen = (form: PattoForm): string[] => fields(form).map((field) => field.path);

/** Its own parts, not those of questions that stand in it. */
const ownParts = (field: PattoField, selector: string): HTMLElement[] =>
  [...field.querySelectorAll<HTMLElement>(selector)].filter((part) => part.closest('patto-field') === field);

export interface Seen {
  readonly required: boolean;
  /** undefined: it has nothing that could be changed */
  readonly locked: boolean | undefined;
  readonly output: string | undefined;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

const text = (part: Element): string => part.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';

/** What the screen says of one question. */
export function look(form: PattoForm, path: string): Seen {
  const field = fields(form).find((each) => each.path === path)!;
  const controls = ownParts(field, 'input, select, textarea').map(
    (part) => (part as HTMLInputElement).disabled || (part as HTMLInputElement).readOnly,
  );
  const output = ownParts(field, 'output')[0];
  return {
    required: ownParts(field, 'label.required, legend > .required').length > 0,
    locked: output ? true : controls.length > 0 ? controls.every(Boolean) : undefined,
    output: output && text(output),
    errors: ownParts(field, 'p.error').map(text),
    warnings: ownParts(field, `[id="${idOf(form, path)}-e"] p.warning`).map(text),
  };
}

const press = (element: HTMLElement | null | undefined, what: string): void => {
  if (!element) throw new Error(`there is nothing to press for ${what}`);
  element.click();
};

async function typeInto(input: HTMLInputElement, value: string): Promise<void> {
  input.focus();
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await pause();
}

/** How each kind of control is given an answer. */
async function answer(form: PattoForm, node: FieldNode, path: string, value: unknown): Promise<void> {
  const id = idOf(form, path);
  const declined = own(value, 'declined');
  if (declined !== undefined) return store(form).answer(path, value);
  const box = (index: number) => find(form, index === 0 ? id : `${id}-${index}`)!;
  const options =
    node.type.type === 'yes-no' ? [{ value: true }, { value: false }] : store(form).options(node, path);
  const first = find(form, id)!;
  if (first.type === 'radio') {
    // No control takes a choice away again: whoever embeds the form can.
    if (value === undefined) return store(form).answer(path, undefined);
    return press(box(options.findIndex((option) => option.value === value)), path);
  }
  if (first.type === 'checkbox') {
    const wanted: readonly unknown[] = Array.isArray(value) ? value : [];
    for (const [index, option] of options.entries()) {
      if (box(index).checked !== wanted.includes(option.value)) press(box(index), path);
      await pause();
    }
    return;
  }
  const typed = value === undefined ? '' : node.type.edit(value as never, node.schema, 'it');
  if (node.type.type !== 'date') return typeInto(first, typed);
  const parts = typed === '' ? ['', '', ''] : typed.split('/');
  await typeInto(first, parts[0]!);
  await typeInto(find(form, `${id}-month`)!, parts[1]!);
  await typeInto(find(form, `${id}-year`)!, parts[2]!);
}

async function set(form: PattoForm, path: string, value: unknown): Promise<void> {
  const node = store(form).node(path);
  // Nobody can answer what is not asked.
  if (!node || !store(form).now.shown.has(path)) return;
  await until(() => find(form, idOf(form, path)) !== null);
  await answer(form, node, path, value);
}

const rowIds = (form: PattoForm, path: string): string[] => {
  const rows = store(form).value(path);
  return Array.isArray(rows) ? rows.map((row) => String(own(row, 'id'))) : [];
};
const tool = async (form: PattoForm, path: string, index: number, name: string): Promise<void> => {
  const id = `${idOf(form, path)}/${rowIds(form, path)[index]}-${name}`;
  await until(() => find(form, id) !== null);
  press(find(form, id), id);
  await pause();
};

async function insert(form: PattoForm, path: string, at: number, row: object): Promise<void> {
  const count = rowIds(form, path).length;
  await until(() => find(form, idOf(form, path)) !== null);
  if (at === count || at === 0) press(find(form, idOf(form, path)), path);
  else await tool(form, path, at - 1, 'insert');
  await pause();
  // There is no button before the first row: it is added at the end and led up.
  if (at === 0) for (let place = count; place > 0; place--) await tool(form, path, place, 'up');
  for (const [key, value] of Object.entries(row))
    if (key !== 'id') await set(form, `${path}/${at}/${key}`, value);
}

/** One step of a case, as a person takes it. */
export async function act(form: PattoForm, step: Step): Promise<void> {
  if ('set' in step) await set(form, step.set, step.to);
  else if ('insert' in step) await insert(form, step.insert, step.at, step.row);
  else if ('remove' in step) {
    if (store(form).node(step.remove)?.type.nests !== 'rows') return;
    const id = rowIds(form, step.remove)[step.at];
    await tool(form, step.remove, step.at, 'remove');
    const asked = `${idOf(form, step.remove)}/${id}`;
    const why = find(form, `${asked}-why`);
    if (why) await typeInto(why, 'Non fa più parte del nucleo');
    find(form, `${asked}-yes`)?.click();
  } else {
    const way = step.to > step.at ? 1 : -1;
    for (let place = step.at; place !== step.to; place += way)
      await tool(form, step.move, place, way > 0 ? 'down' : 'up');
  }
  await pause();
}
