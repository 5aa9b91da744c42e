// SPDX-License-Identifier: AGPL-3.0-or-later
// What tests of elements share: a form on the page, its parts, axe, and a definition of moderate size.
import 'axe-core';
import type { AxeResults, RunOptions } from 'axe-core';
import { PattoForm } from '../../../runtime/elements/form.ts';
import type { Piece } from '../../../runtime/elements/piece.ts';
import type { Answers, Context, Definition } from '../../../schemas/types.ts';

declare global {
  interface Window {
    readonly axe: { run(context: unknown, options: RunOptions): Promise<AxeResults> };
  }
}

export const context: Context = {
  today: '2026-03-02',
  referenceDate: '2026-03-02',
  parameters: {},
  lists: { paesi: Array.from({ length: 14 }, (_, index) => ({ id: `p${index}`, title: `Paese ${index}` })) },
  case: {},
  role: 'public',
  locale: 'it',
};

/** Two pages, a condition, a repeat with links, a computed value. */
export const definition: Definition = {
  $schema: 'urn:patto:definition:1',
  kind: 'form',
  id: 'prova',
  title: 'Modulo di prova',
  schema: {
    type: 'object',
    properties: {
      nome: { type: 'string', title: 'Nome', maxLength: 60, 'x-not-asked': ['unknown'] },
      nascita: { type: 'string', format: 'date', title: 'Data di nascita' },
      paese: { type: 'string', title: 'Paese', 'x-choices': { from: 'list:paesi' } },
      casa: {
        type: 'string',
        title: 'Casa',
        'x-hint': 'Dove abita oggi',
        oneOf: [
          { const: 'affitto', title: 'Affitto' },
          { const: 'proprieta', title: 'Proprietà' },
        ],
      },
      canone: {
        type: 'integer',
        title: 'Canone',
        'x-type': 'money',
        'x-show': { '/casa': { type: 'string', const: 'affitto' } },
      },
      nucleo: {
        type: 'array',
        title: 'Componenti',
        items: {
          title: 'Componente',
          type: 'object',
          properties: {
            nome: { type: 'string', title: 'Nome' },
            lavora: { type: 'boolean', title: 'Lavora?' },
            lavoro: {
              type: 'string',
              title: 'Quale lavoro?',
              'x-show': { './lavora': { type: 'boolean', const: true } },
            },
          },
          required: ['nome', 'lavoro'],
        },
      },
      capo: { type: 'string', title: 'Chi fa la domanda', 'x-ref': '/nucleo' },
      persone: { type: 'integer', title: 'Persone', 'x-value': { count: '/nucleo' } },
    },
    required: ['nome', 'casa', 'canone'],
  },
  layout: [
    {
      page: 'chi',
      title: 'Chi',
      items: [
        {
          section: 'dati',
          title: 'Dati',
          items: ['/nome', { row: ['/nascita', '/paese'] }, '/casa', '/canone'],
        },
      ],
    },
    {
      page: 'famiglia',
      title: 'Famiglia',
      items: [{ note: 'avviso', text: 'Chi vive insieme.' }, '/nucleo', '/capo', '/persone'],
    },
  ],
  translations: { en: { 'nome.title': 'Name', 'page:chi': 'Who', 'casa=affitto': 'Rent' } },
};

const open: PattoForm[] = [];

/** A form in the page; it goes away with `close`. */
export async function show(
  properties: Partial<PattoForm> = {},
  into: Element = document.body,
): Promise<PattoForm> {
  const form = new PattoForm();
  Object.assign(form, { context, definition, ...properties });
  into.append(form);
  open.push(form);
  await settled(form);
  return form;
}

export function close(): void {
  for (const form of open.splice(0)) form.remove();
}

/** When the form and the fields in it have been drawn. */
export async function settled(form: PattoForm): Promise<void> {
  await form.updateComplete;
  for (let round = 0; round < 4; round++) {
    await new Promise((done) => setTimeout(done, 0));
    await form.updateComplete;
  }
}

export function part<Found extends HTMLElement = HTMLInputElement>(form: PattoForm, id: string): Found {
  const found = form.shadowRoot?.getElementById(id);
  if (!found) throw new Error(`nothing has the id ${id}`);
  return found as Found;
}

export const has = (form: PattoForm, id: string): boolean => form.shadowRoot?.getElementById(id) !== null;

/** The field around a pointer is drawn and not hidden. */
export const drawn = (form: PattoForm, path: string): boolean => {
  const all = [...(form.shadowRoot?.querySelectorAll('patto-field') ?? [])];
  const found = all.find((field) => field.path === path);
  return found !== undefined && !found.hidden && found.getClientRects().length > 0;
};

export async function type(form: PattoForm, id: string, text: string): Promise<void> {
  const input = part(form, id);
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await settled(form);
}

export async function press(form: PattoForm, selector: string): Promise<void> {
  const button = form.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!button) throw new Error(`nothing fits ${selector}`);
  button.focus();
  button.click();
  await settled(form);
  await settled(form);
}

/** How often elements of a class draw themselves while something is done; `counts`: which of them. */
export async function drawings<Kind extends Piece>(
  kind: { readonly prototype: Kind },
  act: () => Promise<void>,
  counts: (element: Kind) => boolean = () => true,
): Promise<number> {
  const prototype: Piece = kind.prototype;
  const own = prototype.draw;
  let count = 0;
  prototype.draw = function (this: Kind) {
    if (counts(this)) count++;
    return own.call(this);
  };
  try {
    await act();
  } finally {
    // as it was
    Object.assign(prototype, { draw: own });
  }
  return count;
}

/** Waits for what has to be fetched first: a little less than a test may take, so that it is said what did not come. */
export async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 18_000;
  while (!holds() && performance.now() < end) await new Promise((done) => setTimeout(done, 20));
  if (!holds()) throw new Error(`never came true: ${String(holds)}`);
}

/** Presses the main button and waits for the page with this heading, or the summary of errors. */
export async function next(form: PattoForm, heading: string): Promise<void> {
  await press(form, 'button.primary');
  await until(() => text(form, 'h2') === heading || has(form, 'errors'));
  await settled(form);
}

export const text = (form: PattoForm, selector: string): string =>
  form.shadowRoot?.querySelector(selector)?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';

/** Rules of WCAG 2.2 AA and of good practice that are broken, with where. */
export async function broken(form: Element): Promise<string[]> {
  const { violations } = await window.axe.run(form, {
    // the page around the form is not ours
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
    resultTypes: ['violations'],
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}

export const filled: Answers = { nome: 'Maria', casa: 'affitto', canone: 45_000, nucleo: [] };
