// SPDX-License-Identifier: AGPL-3.0-or-later
// form.io, the entry that only draws forms. Native lists (`html5`), dates as text with a pattern (its date field fetches
// a picker from another host), panels for sections; no Bootstrap is loaded, which its templates expect for their looks.
import '@formio/js/dist/formio.form.min.css';
import { Formio } from '@formio/js/form';
import type { Adapter } from '../../runtime/adapter.ts';
import type { Answers, Question, Spec } from '../../runtime/spec.ts';

const titled = (question: Question) => question.choices!.map(({ value, title }) => ({ value, label: title }));

const yesNo = [
  { value: 'true', label: 'Sì' },
  { value: 'false', label: 'No' },
];

const types: { readonly [kind in Question['kind']]: (question: Question) => object } = {
  'yes-no': () => ({ type: 'radio', values: yesNo }),
  text: () => ({ type: 'textfield' }),
  'long-text': () => ({ type: 'textarea' }),
  whole: () => ({ type: 'number', decimalLimit: 0 }),
  date: () => ({ type: 'textfield', validate: { pattern: '\\d{4}-\\d{2}-\\d{2}' } }),
  few: (each) => ({ type: 'radio', values: titled(each) }),
  many: (each) => ({ type: 'select', widget: 'html5', dataSrc: 'values', data: { values: titled(each) } }),
};

function component(question: Question): object {
  const own = types[question.kind](question) as { validate?: object };
  return {
    input: true,
    key: question.key,
    label: question.title,
    ...own,
    ...(question.hint ? { description: question.hint } : {}),
    validate: {
      ...own.validate,
      required: question.required,
      ...(question.longest ? { maxLength: question.longest } : {}),
      ...(question.most ? { min: 0, max: question.most } : {}),
    },
    ...(question.shownBy ? { conditional: { show: true, when: question.shownBy, eq: 'true' } } : {}),
  };
}

const formOf = ({ sections }: Spec): object => ({
  display: 'form',
  components: sections.map(({ id, title, questions }) => ({
    type: 'panel',
    input: false,
    key: id,
    title,
    components: questions.map(component),
  })),
});

/** The parts of it that are used here. */
interface Drawn {
  submission: { data: { [key: string]: unknown } };
  readonly data: { readonly [key: string]: unknown };
  everyComponent(look: (component: Component) => void): void;
  submit(): Promise<unknown>;
  destroy(all?: boolean): void;
}
interface Component {
  readonly key: string;
  readonly element: HTMLElement | null;
}

class FormIo implements Adapter {
  #json: object = {};
  #spec: Spec | undefined;
  #given: Answers = {};
  #form: Drawn | undefined;
  readonly #components = new Map<string, Component>();

  prepare(spec: Spec, answers: Answers): Promise<void> {
    this.#spec = spec;
    this.#json = formOf(spec);
    const plain = (value: Answers[string]) => (typeof value === 'boolean' ? String(value) : value);
    this.#given = Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, plain(value)]));
    return Promise.resolve();
  }

  async mount(into: HTMLElement): Promise<void> {
    // it writes into what it is given
    const form = (await Formio.createForm(into, structuredClone(this.#json), { noAlerts: true })) as Drawn;
    form.submission = { data: { ...this.#given } };
    form.everyComponent((each) => void this.#components.set(each.key, each));
    this.#form = form;
  }

  control(key: string): HTMLElement | null {
    const { element } = this.#components.get(key) ?? {};
    return element?.querySelector<HTMLElement>('input, select, textarea') ?? null;
  }

  choice(key: string, yes: boolean): HTMLElement {
    return this.#components.get(key)!.element!.querySelectorAll('input')[yes ? 0 : 1]!;
  }

  answer(key: string): unknown {
    const value = this.#form!.data[key];
    return value === 'true' ? true : value === 'false' ? false : value;
  }

  async validate(): Promise<void> {
    await this.#form!.submit().catch(() => {});
  }

  errors(): number {
    return this.#spec!.questions.filter(({ key }) =>
      this.#components.get(key)!.element?.querySelector('.formio-errors .error'),
    ).length;
  }

  unmount(): void {
    this.#form?.destroy(true);
    this.#form = undefined;
    this.#components.clear();
  }
}

export const adapter = new FormIo();
