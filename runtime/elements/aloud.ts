// SPDX-License-Identifier: BSD-3-Clause
// Reads the question that has the focus: label, hint, problems, choices. The browser's own voice; Escape stops it.
import { aside } from '../words/aside.ts';
import type { PattoForm } from './form.ts';

const text = (element: Element): string => {
  const copy = element.cloneNode(true) as Element;
  for (const unseen of copy.querySelectorAll('svg, [aria-hidden=true]')) unseen.remove();
  return (copy.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
};

/** Each part ends with a stop, so that the voice rests. */
const sentences = (parts: readonly string[]): string =>
  parts
    .filter(Boolean)
    .map((part) => part.replace(/([^.!?:…])$/, '$1.'))
    .join(' ');

/** What is read of a question. */
export function spoken(field: Element, locale: string): string {
  const own = (selector: string): string[] =>
    [...field.querySelectorAll(selector)].filter((each) => each.closest('patto-field') === field).map(text);
  const [label = ''] = own('label, legend, .label');
  const choices = own('.choice');
  const options = choices.length > 0 ? choices : own('select option').slice(1, 20);
  return sentences([
    label,
    ...own('.hint[id], .source'),
    ...own('.error, .warning'),
    ...(options.length > 0 ? [`${aside(locale, 'choices')}: ${options.join('; ')}`] : []),
  ]);
}

export class Aloud {
  readonly #form: PattoForm;
  #on = false;
  #last: Element | undefined;

  constructor(form: PattoForm) {
    this.#form = form;
    // Voices come when the browser has found them.
    globalThis.speechSynthesis?.addEventListener?.('voiceschanged', () => form.requestUpdate());
  }

  get #voice(): SpeechSynthesisVoice | undefined {
    const [language = ''] = (this.#form.store?.sayings.locale ?? 'it').split('-');
    return globalThis.speechSynthesis
      ?.getVoices()
      .find(({ lang }) => lang.toLowerCase().startsWith(language));
  }

  /** Has the browser a voice for the language of the form? */
  get able(): boolean {
    return this.#voice !== undefined;
  }

  listen(on: boolean): void {
    if (on === this.#on) return;
    this.#on = on;
    const root = this.#form.renderRoot as ShadowRoot;
    const act = on ? 'addEventListener' : 'removeEventListener';
    root[act]('focusin', this.#turned);
    root[act]('keydown', this.#stopped);
    if (!on) this.#stop();
  }

  readonly #turned = (event: Event): void => {
    const field = (event.target as Element).closest('patto-field') ?? undefined;
    if (!field || field === this.#last) return;
    this.#last = field;
    this.#stop();
    const voice = this.#voice;
    if (!voice) return;
    const { locale } = this.#form.store!.sayings;
    const speech = new SpeechSynthesisUtterance(spoken(field, locale));
    speech.voice = voice;
    speech.lang = voice.lang;
    speechSynthesis.speak(speech);
  };

  readonly #stopped = (event: Event): void => {
    if ((event as KeyboardEvent).key === 'Escape') this.#stop();
  };

  #stop(): void {
    globalThis.speechSynthesis?.cancel();
  }
}
