// SPDX-License-Identifier: AGPL-3.0-or-later
// JSON Forms with its vanilla renderers, on React; Ajv in the page. Radio buttons, text areas and native dates by its
// own options; what hangs on an answer by a rule. Errors: nothing is checked until asked (its default checks at each key).
import type { JsonSchema, UISchemaElement, ValidationMode } from '@jsonforms/core';
import { JsonForms } from '@jsonforms/react';
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';
import { createElement, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { Adapter } from '../../runtime/adapter.ts';
import type { Answers, Question, Spec } from '../../runtime/spec.ts';

const yesNo = [
  { const: true, title: 'Sì' },
  { const: false, title: 'No' },
];

const types: { readonly [kind in Question['kind']]: object } = {
  'yes-no': { type: 'boolean', oneOf: yesNo },
  text: { type: 'string' },
  'long-text': { type: 'string' },
  whole: { type: 'integer' },
  date: { type: 'string', format: 'date' },
  few: { type: 'string' },
  many: { type: 'string' },
};

const options: { readonly [kind in Question['kind']]?: object } = {
  'yes-no': { format: 'radio' },
  few: { format: 'radio' },
  'long-text': { multi: true },
};

const property = (question: Question): object => ({
  ...types[question.kind],
  title: question.title,
  ...(question.hint ? { description: question.hint } : {}),
  ...(question.longest ? { maxLength: question.longest } : {}),
  ...(question.most ? { minimum: 0, maximum: question.most } : {}),
  ...(question.choices
    ? { oneOf: question.choices.map(({ value, title }) => ({ const: value, title })) }
    : {}),
});

const schemaOf = ({ questions }: Spec): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(questions.map((each) => [each.key, property(each)])),
  required: questions.filter((each) => each.required).map((each) => each.key),
});

const control = ({ key, kind, hint, shownBy }: Question): object => ({
  type: 'Control',
  scope: `#/properties/${key}`,
  options: { ...options[kind], ...(hint ? { showUnfocusedDescription: true } : {}) },
  ...(shownBy
    ? {
        rule: {
          effect: 'SHOW',
          condition: { scope: `#/properties/${shownBy}`, schema: { const: true }, failWhenUndefined: true },
        },
      }
    : {}),
});

const layoutOf = ({ sections }: Spec): object => ({
  type: 'VerticalLayout',
  elements: sections.map(({ title, questions }) => ({
    type: 'Group',
    label: title,
    elements: questions.map(control),
  })),
});

class JsonFormsVanilla implements Adapter {
  #spec: Spec | undefined;
  #schema: JsonSchema = {};
  #layout: object = {};
  #given: Answers = {};
  #data: Answers = {};
  #root: Root | undefined;
  #check: (mode: ValidationMode) => void = () => {};

  prepare(spec: Spec, answers: Answers): Promise<void> {
    this.#spec = spec;
    this.#schema = schemaOf(spec);
    this.#layout = layoutOf(spec);
    this.#given = answers;
    return Promise.resolve();
  }

  mount(into: HTMLElement): void {
    this.#data = this.#given;
    const given = {
      schema: this.#schema,
      uischema: this.#layout as UISchemaElement,
      renderers: vanillaRenderers,
      cells: vanillaCells,
      data: this.#given,
      onChange: ({ data }: { data: Answers }) => void (this.#data = data),
    };
    const Whole = () => {
      const [validationMode, check] = useState<ValidationMode>('NoValidation');
      this.#check = check;
      return createElement(JsonForms, { ...given, validationMode });
    };
    this.#root = createRoot(into);
    this.#root.render(createElement(Whole));
  }

  /** Only boxes without radio buttons have an id. */
  #box(key: string): HTMLElement | null {
    return (
      document.getElementById(`#/properties/${key}`) ?? document.querySelector(`.root_properties_${key}`)
    );
  }

  control(key: string): HTMLElement | null {
    return (
      document.getElementById(`#/properties/${key}-input`) ??
      this.#box(key)?.querySelector<HTMLElement>('input, select, textarea') ??
      null
    );
  }

  choice(key: string, yes: boolean): HTMLElement {
    return this.#box(key)!.querySelectorAll('input')[yes ? 0 : 1]!;
  }

  answer(key: string): unknown {
    return this.#data[key];
  }

  validate(): void {
    this.#check('ValidateAndShow');
  }

  errors(): number {
    return this.#spec!.questions.filter(({ key }) => {
      const said = this.#box(key)?.querySelector('.validation_error');
      return said && said.textContent !== '';
    }).length;
  }

  unmount(): void {
    this.#root?.unmount();
    this.#root = undefined;
    this.#check = () => {};
    this.#data = {};
  }
}

export const adapter = new JsonFormsVanilla();
