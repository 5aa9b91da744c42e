// SPDX-License-Identifier: AGPL-3.0-or-later
// The controls: the same questions and the very same tree, by document.createElement, everything at once.
// They know the kinds of question of spec.ts and nothing else: no schema, no engine, no languages, no drafts.
import { styles } from '../../runtime/elements/css.ts';
import { workSheet } from '../../runtime/elements/css-work.ts';
import type { Adapter } from './adapter.ts';
import type { Answers, Question, Section, Spec } from './spec.ts';

type Attributes = { readonly [name: string]: string };

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** An element that holds others together; its tag is Patto's own, here without any behaviour. */
function wrap(tag: string, attributes: Attributes, ...children: Node[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Outside of the screen nothing is laid out. */
const lazily = new CSSStyleSheet();
lazily.replaceSync('patto-section { content-visibility: auto; contain-intrinsic-size: auto 50em }');

export class Plain implements Adapter {
  readonly #sheets: readonly CSSStyleSheet[];
  #spec: Spec | undefined;
  #answers: { [key: string]: Answers[string] } = {};
  #given: Answers = {};
  #host: HTMLElement | undefined;
  #root: ShadowRoot | undefined;
  #page: HTMLElement | undefined;
  readonly #places = new Map<string, HTMLElement>();
  readonly #dependants = new Map<string, HTMLElement[]>();
  #drawn = true;

  constructor(lazy: boolean) {
    this.#sheets = [styles.styleSheet!, ...(lazy ? [lazily] : [])];
  }

  readonly #turnedTo = () => {
    this.#root!.adoptedStyleSheets.push(workSheet.styleSheet!);
  };

  prepare(spec: Spec, answers: Answers): Promise<void> {
    this.#spec = spec;
    this.#given = answers;
    return Promise.resolve();
  }

  // ── drawing ──

  #line(question: Question, attributes: Attributes): HTMLInputElement {
    const input = make('input', { id: `f/${question.key}`, part: 'input', type: 'text', ...attributes });
    if (question.required) input.required = true;
    return input;
  }

  #label(question: Question): HTMLElement {
    return make(
      'label',
      { for: `f/${question.key}`, part: 'label', ...(question.required ? { class: 'required' } : {}) },
      question.title,
    );
  }

  #group(question: Question, inside: Node): HTMLElement {
    const legend = make('legend', { part: 'label' });
    legend.append(make('span', question.required ? { class: 'required' } : {}, question.title));
    if (question.required) legend.append(make('span', { class: 'hidden-text' }, ', obbligatoria'));
    return make('fieldset', { class: 'answers' }, legend, inside);
  }

  #radios(question: Question, options: readonly (readonly [Answers[string], string])[], look: string): Node {
    const id = `f/${question.key}`;
    const box = make('div', { class: `choices ${look}`, part: 'choices' });
    for (const [index, [value, title]] of options.entries()) {
      const input = make('input', { type: 'radio', id: index ? `${id}-${index}` : id, name: id });
      if (question.required) input.required = true;
      input.checked = this.#answers[question.key] === value;
      input.addEventListener('change', () => this.#changed(question, value));
      box.append(make('label', { class: 'choice' }, input, make('span', {}, title)));
    }
    return this.#group(question, box);
  }

  #date(question: Question): Node {
    const id = `f/${question.key}`;
    const box = make('div', { class: 'date' });
    const texts = String(this.#answers[question.key] ?? '')
      .split('-')
      .toReversed();
    const parts = [
      ['day', 'Giorno', '2'],
      ['month', 'Mese', '10'],
      ['year', 'Anno', '4'],
    ] as const;
    for (const [index, [part, name, most]] of parts.entries()) {
      const input = make('input', {
        part: 'input',
        type: 'text',
        inputmode: 'numeric',
        id: index ? `${id}-${part}` : id,
        autocomplete: 'off',
        maxlength: most,
      });
      if (question.required) input.required = true;
      input.value = texts[index] ?? '';
      input.addEventListener('input', () => {
        const [day, month, year] = [...box.querySelectorAll('input')].map((each) => each.value);
        this.#changed(question, day && month && year ? `${year}-${month}-${day}` : '');
      });
      box.append(make('label', { class: part }, make('span', {}, name), input));
    }
    return this.#group(question, box);
  }

  #list(question: Question): readonly Node[] {
    const select = make('select', { id: `f/${question.key}`, part: 'input' });
    if (question.required) select.required = true;
    select.append(make('option', { value: '' }, 'Scegli…'));
    for (const [index, { title }] of question.choices!.entries())
      select.append(make('option', { value: String(index) }, title));
    select.selectedIndex =
      1 + question.choices!.findIndex(({ value }) => value === this.#answers[question.key]);
    select.addEventListener('change', () =>
      this.#changed(question, question.choices![select.selectedIndex - 1]?.value ?? ''),
    );
    return [this.#label(question), select];
  }

  #lines(question: Question): readonly Node[] {
    const area = make('textarea', { id: `f/${question.key}`, part: 'input', rows: '4' });
    if (question.required) area.required = true;
    area.value = String(this.#answers[question.key] ?? '');
    area.addEventListener('input', () => this.#changed(question, area.value));
    return [this.#label(question), area];
  }

  #text(question: Question): readonly Node[] {
    const id = `f/${question.key}`;
    const whole = question.kind === 'whole';
    const input = this.#line(
      question,
      whole
        ? { inputmode: 'numeric', class: 'medium', autocomplete: 'off', spellcheck: 'false' }
        : { autocomplete: 'off', spellcheck: 'true' },
    );
    input.value = String(this.#answers[question.key] ?? '');
    input.addEventListener('input', () => this.#changed(question, whole ? Number(input.value) : input.value));
    if (!question.hint) return [this.#label(question), input];
    input.setAttribute('aria-describedby', `${id}-h`);
    const hint = make('p', { class: 'hint', part: 'hint', id: `${id}-h` }, question.hint);
    return [this.#label(question), hint, input];
  }

  readonly #kinds: { readonly [kind in Question['kind']]: (question: Question) => readonly Node[] } = {
    'yes-no': (each) => [this.#radios(each, [[true, 'Sì'], [false, 'No']], 'inline')], // prettier-ignore
    few: (each) => [this.#radios(each, each.choices!.map(({ value, title }) => [value, title]), '')], // prettier-ignore
    date: (each) => [this.#date(each)],
    many: (each) => this.#list(each),
    'long-text': (each) => this.#lines(each),
    text: (each) => this.#text(each),
    whole: (each) => this.#text(each),
  };

  #question(question: Question): HTMLElement {
    const place = wrap('patto-field', { part: 'field' }, ...this.#kinds[question.kind](question));
    this.#places.set(question.key, place);
    const { shownBy } = question;
    if (shownBy) {
      this.#dependants.set(shownBy, [...(this.#dependants.get(shownBy) ?? []), place]);
      place.hidden = this.#answers[shownBy] !== true;
    }
    return place;
  }

  #section({ id, title, questions }: Section): HTMLElement {
    const heading = make('h3', { id: `s-${id}`, part: 'heading' }, title);
    const items = make('div', { class: 'items' }, ...questions.map((each) => this.#question(each)));
    return wrap(
      'patto-section',
      {},
      make('section', { 'aria-labelledby': `s-${id}`, part: 'section' }, heading, items),
    );
  }

  mount(into: HTMLElement): void {
    this.#answers = { ...this.#given };
    this.#host = make('div');
    this.#root = this.#host.attachShadow({ mode: 'open' });
    this.#root.adoptedStyleSheets = [...this.#sheets];
    // the look of problems comes when somebody turns to the form, as Patto's does
    this.#root.addEventListener('focusin', this.#turnedTo, { once: true });
    const head = make(
      'header',
      { part: 'header' },
      make('p', { class: 'step', part: 'step' }, 'Passo 1 di 2'),
      make('h2', { id: 'heading', tabindex: '-1', part: 'heading' }, 'Una pagina'),
      make('p', { class: 'legend' }, 'Le voci con l’asterisco (*) sono obbligatorie.'),
    );
    const button = (name: string, text: string) =>
      make('button', { type: 'button', class: name, part: `button ${name}` }, text);
    const foot = make(
      'footer',
      { part: 'footer' },
      make('div', { class: 'buttons' }, button('save', 'Salva'), button('primary', 'Avanti')),
      make('div', { class: 'state', role: 'status', part: 'state' }),
    );
    this.#page = make('div', { class: 'page' }, ...this.#spec!.sections.map((each) => this.#section(each)));
    this.#root.append(
      make('div', { class: 'patto', part: 'form', lang: 'it', dir: 'ltr' }, head, this.#page, foot),
    );
    into.append(this.#host);
  }

  // ── answering ──

  #changed({ key }: Question, value: Answers[string]): void {
    if (value === '') delete this.#answers[key];
    else this.#answers[key] = value;
    for (const each of this.#dependants.get(key) ?? []) each.hidden = value !== true;
  }

  control(key: string): HTMLElement | null {
    return this.#root!.getElementById(`f/${key}`);
  }

  choice(key: string, yes: boolean): HTMLElement {
    return this.#root!.getElementById(yes ? `f/${key}` : `f/${key}-1`)!;
  }

  answer(key: string): unknown {
    return this.#answers[key];
  }

  // ── errors ──

  #wrong(question: Question): string | undefined {
    const value = this.#answers[question.key];
    if (question.shownBy && this.#answers[question.shownBy] !== true) return undefined;
    if (value === undefined) return question.required ? `Rispondi a «${question.title}».` : undefined;
    if (question.longest && String(value).length > question.longest)
      return `Il testo è troppo lungo: al massimo ${question.longest} caratteri, ora sono ${String(value).length}.`;
    if (question.most && Number(value) > question.most)
      return `Il numero deve essere al massimo ${question.most}.`;
    return undefined;
  }

  #mark(question: Question, text: string): void {
    const id = `f/${question.key}`;
    const place = this.#places.get(question.key)!;
    place.setAttribute('invalid', '');
    const said = make('div', { id: `${id}-e` }, make('p', { class: 'error', part: 'error' }, text));
    const set = place.querySelector('fieldset');
    if (set) {
      set.setAttribute('aria-describedby', `${id}-e`);
      set.querySelector('legend')!.after(said);
      for (const each of set.querySelectorAll('.date input')) each.setAttribute('aria-invalid', 'true');
    } else {
      const control = this.control(question.key)!;
      control.setAttribute('aria-invalid', 'true');
      control.setAttribute('aria-describedby', question.hint ? `${id}-h ${id}-e` : `${id}-e`);
      control.before(said);
    }
  }

  validate(): void {
    this.#drawn = false;
    const list = make('ul');
    for (const question of this.#spec!.questions) {
      const text = this.#wrong(question);
      if (text === undefined) continue;
      this.#mark(question, text);
      const title = text.includes(question.title) ? text : `${question.title}: ${text}`;
      const link = make('a', { href: `#f/${question.key}` }, title);
      link.addEventListener('click', (event) => {
        event.preventDefault();
        this.control(question.key)!.focus();
      });
      list.append(make('li', {}, link));
    }
    const title = make('h3', { id: 'errors-title' }, `Ci sono ${list.childElementCount} problemi`);
    const box = make(
      'div',
      {
        class: 'errors',
        part: 'summary',
        id: 'errors',
        tabindex: '-1',
        role: 'group',
        'aria-labelledby': 'errors-title',
      },
      title,
      list,
    );
    this.#page!.before(box);
    box.focus();
    this.#drawn = true;
  }

  errors(): number {
    return this.#drawn ? this.#page!.querySelectorAll('patto-field .error').length : -1;
  }

  unmount(): void {
    this.#host?.remove();
    this.#host = this.#root = this.#page = undefined;
    this.#places.clear();
    this.#dependants.clear();
    this.#answers = {};
  }

  tree(): ParentNode {
    return this.#page!;
  }
}
