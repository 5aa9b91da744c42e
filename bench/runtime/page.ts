// SPDX-License-Identifier: AGPL-3.0-or-later
// What runs in the measured page: the candidate as it is shipped, or the control.
import type { PattoForm } from '../../runtime/elements/form.ts';
import { mount } from './control.ts';
import { key, sample } from './sample.ts';

/** Milliseconds from the first call to the frame in which the first screen is there, and to that in which all is. */
export interface Mounted {
  readonly painted: number;
  readonly complete: number;
  readonly fields: number;
}

const painted = () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done, 0)));

let root: ShadowRoot | undefined;

async function candidate(count: number): Promise<ShadowRoot> {
  const form = document.createElement('patto-form') as PattoForm;
  const { definition, answers, context } = sample(count);
  Object.assign(form, { context, value: answers, definition });
  document.body.append(form);
  await form.updateComplete;
  return form.shadowRoot!;
}

const bench = {
  /** loads the shipped runtime; the control is in this file already */
  async load(runtime: string): Promise<void> {
    const { register } = (await import(runtime)) as { register(what: object): Promise<void> };
    const { definition } = sample(1);
    await register({
      interface: 1,
      district: 'banco',
      form: 'vuoto',
      number: 1,
      hash: '',
      definition,
      check: location.href,
    });
  },
  async mount(who: 'candidate' | 'control', count: number): Promise<Mounted> {
    const start = performance.now();
    root = who === 'candidate' ? await candidate(count) : mount(count, document.body);
    await painted();
    const first = performance.now();
    const drawn = () => root!.querySelectorAll('label[for], legend').length;
    while (drawn() < count) await painted();
    await painted();
    return { painted: first - start, complete: performance.now() - start, fields: drawn() };
  },
  /** puts the caret in the field where keys will be typed */
  focus(index: number): void {
    const input = root?.getElementById(`f/${key(index)}`);
    if (!input) throw new Error('no such field');
    input.focus();
  },
  text: (index: number): string => (root!.getElementById(`f/${key(index)}`) as HTMLInputElement).value,
};
declare global {
  interface Window {
    bench: typeof bench;
  }
}
window.bench = bench;
