// SPDX-License-Identifier: AGPL-3.0-or-later
// The candidate: the bundles that are shipped, and a form as the server publishes it.
import type { PattoForm } from '../../runtime/elements/form.ts';
import type { Answers, Condition, Context, Definition, FieldSchema } from '../../schemas/types.ts';
import type { Adapter } from './adapter.ts';
import type { Question, Spec } from './spec.ts';

const types: { readonly [kind in Question['kind']]: FieldSchema } = {
  'yes-no': { type: 'boolean' },
  text: { type: 'string' },
  'long-text': { type: 'string' },
  whole: { type: 'integer' },
  date: { type: 'string', format: 'date' },
  few: { type: 'string' },
  many: { type: 'string' },
};

/** Is a yes/no question answered with yes? */
export const isYes = (pointer: string): Condition =>
  ({ [pointer]: { type: 'boolean', const: true } }) as Condition;

const field = (question: Question): FieldSchema => ({
  ...types[question.kind],
  title: question.title,
  ...(question.hint ? { 'x-hint': question.hint } : {}),
  ...(question.longest ? { maxLength: question.longest } : {}),
  ...(question.most ? { minimum: 0, maximum: question.most } : {}),
  ...(question.choices
    ? { oneOf: question.choices.map(({ value, title }) => ({ const: value, title })) }
    : {}),
  ...(question.shownBy ? { 'x-show': isYes(`/${question.shownBy}`) } : {}),
});

export const definitionOf = (spec: Spec): Definition => ({
  $schema: 'urn:patto:definition:1',
  kind: 'form',
  id: `banco-${spec.questions.length}`,
  title: 'Modulo di prova',
  schema: {
    type: 'object',
    properties: Object.fromEntries(spec.questions.map((each) => [each.key, field(each)])),
    required: spec.questions.filter((each) => each.required).map((each) => each.key),
  },
  layout: [
    {
      page: 'una',
      title: 'Una pagina',
      items: spec.sections.map(({ id, title, questions }) => ({
        section: id,
        title,
        items: questions.map((each) => `/${each.key}`),
      })),
    },
  ],
});

export const context: Context = {
  today: '2026-03-02',
  referenceDate: '2026-03-02',
  parameters: {},
  lists: {},
  case: {},
  role: 'public',
  locale: 'it',
};

/** The page has the form's module, the runtime that this brings, and what the form's types are made of. */
async function load(definition: Definition): Promise<void> {
  const published = await fetch('/publish', { method: 'POST', body: JSON.stringify(definition) });
  if (!published.ok) throw new Error('could not be published');
  await import(`/embed/banco/${definition.id}.js`);
  await customElements.whenDefined(`banco-${definition.id}`);
  const runtime = customElements.get('patto-form') as typeof PattoForm;
  await runtime.ready(`banco/${definition.id}`, true);
}

export class Patto implements Adapter {
  form: PattoForm | undefined;
  #given: { form: string; value: Answers; context: Context } | undefined;

  async prepare(spec: Spec, answers: Answers): Promise<void> {
    await this.ready(definitionOf(spec), answers);
  }

  async ready(definition: Definition, value: Answers): Promise<void> {
    this.#given = { form: `banco/${definition.id}`, value, context };
    await load(definition);
  }

  mount(into: HTMLElement): void {
    this.form = Object.assign(document.createElement('patto-form') as PattoForm, this.#given);
    into.append(this.form);
  }

  control(key: string): HTMLElement | null {
    return this.form!.shadowRoot!.getElementById(`f/${key}`);
  }

  choice(key: string, yes: boolean): HTMLElement {
    return yes ? this.control(key)! : this.form!.shadowRoot!.getElementById(`f/${key}-1`)!;
  }

  answer(key: string): unknown {
    return this.form!.store!.value(`/${key}`);
  }

  async validate(): Promise<void> {
    await this.form!.validate();
  }

  errors(): number {
    const root = this.form!.shadowRoot!;
    const drawn = root.querySelectorAll('patto-field .error').length;
    return root.querySelectorAll('#errors li').length === drawn ? drawn : -1;
  }

  unmount(): void {
    this.form?.remove();
    this.form = undefined;
  }

  tree(): ParentNode {
    return this.form!.shadowRoot!.querySelector('.page')!;
  }
}

export const adapter = new Patto();
