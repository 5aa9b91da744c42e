// SPDX-License-Identifier: AGPL-3.0-or-later
// form-js of bpmn.io. Groups for sections, its own lists and date fields (it has no native ones), FEEL for what hangs on
// an answer. A yes/no is two radio buttons with texts for values: it has no boolean besides the tick box.
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import { Form } from '@bpmn-io/form-js-viewer';
import type { Adapter } from '../../runtime/adapter.ts';
import type { Answers, Question, Spec } from '../../runtime/spec.ts';

const titled = (question: Question) => ({
  values: question.choices!.map(({ value, title }) => ({ value, label: title })),
});

const yesNo = {
  values: [
    { value: 'true', label: 'Sì' },
    { value: 'false', label: 'No' },
  ],
};

const types: { readonly [kind in Question['kind']]: (question: Question) => object } = {
  'yes-no': () => ({ type: 'radio', ...yesNo }),
  text: () => ({ type: 'textfield' }),
  'long-text': () => ({ type: 'textarea' }),
  whole: () => ({ type: 'number', decimalDigits: 0 }),
  date: (each) => ({ type: 'datetime', subtype: 'date', dateLabel: each.title }),
  few: (each) => ({ type: 'radio', ...titled(each) }),
  many: (each) => ({ type: 'select', ...titled(each) }),
};

const component = (question: Question): object => ({
  ...types[question.kind](question),
  id: question.key,
  key: question.key,
  ...(question.kind === 'date' ? {} : { label: question.title }),
  ...(question.hint ? { description: question.hint } : {}),
  validate: {
    ...(question.required ? { required: true } : {}),
    ...(question.longest ? { maxLength: question.longest } : {}),
    ...(question.most ? { min: 0, max: question.most } : {}),
  },
  ...(question.shownBy ? { conditional: { hide: `=${question.shownBy} != "true"` } } : {}),
});

const schemaOf = ({ sections }: Spec): object => ({
  type: 'default',
  id: 'banco',
  schemaVersion: 18,
  components: sections.map(({ id, title, questions }) => ({
    type: 'group',
    id,
    label: title,
    components: questions.map(component),
  })),
});

/** What it does not offer, to look whether it did what was asked. */
interface Inside {
  readonly _id: string;
  _getState(): { readonly data: { readonly [key: string]: unknown } };
}

class FormJs implements Adapter {
  #schema: object = {};
  #spec: Spec | undefined;
  #given: { [key: string]: string | number } = {};
  #form: InstanceType<typeof Form> | undefined;
  #inside: Inside | undefined;

  prepare(spec: Spec, answers: Answers): Promise<void> {
    this.#spec = spec;
    this.#schema = schemaOf(spec);
    const plain = (value: Answers[string]) => (typeof value === 'boolean' ? String(value) : value);
    this.#given = Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, plain(value)]));
    return Promise.resolve();
  }

  async mount(into: HTMLElement): Promise<void> {
    this.#form = new Form({ container: into });
    this.#inside = this.#form as unknown as Inside;
    await this.#form.importSchema(this.#schema, this.#given);
  }

  /** Its ids begin with one of the form's own. */
  #found(key: string, end = ''): HTMLElement | null {
    return document.getElementById(`fjs-form-${this.#inside!._id}-${key}${end}`);
  }

  control(key: string): HTMLElement | null {
    return this.#found(key) ?? this.#found(key, '-0') ?? this.#found(key, '-date');
  }

  choice(key: string, yes: boolean): HTMLElement {
    return this.#found(key, yes ? '-0' : '-1')!;
  }

  answer(key: string): unknown {
    const { data } = (
      this.#form as unknown as { _getState(): { data: { [key: string]: unknown } } }
    )._getState();
    const value = data[key];
    return value === 'true' ? true : value === 'false' ? false : value;
  }

  validate(): void {
    this.#form!.validate();
  }

  errors(): number {
    return this.#spec!.questions.filter(({ key }) => this.#found(key, '-error-message')).length;
  }

  unmount(): void {
    this.#form?.destroy();
    this.#form = this.#inside = undefined;
  }
}

export const adapter = new FormJs();
