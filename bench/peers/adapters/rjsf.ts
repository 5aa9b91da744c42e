// SPDX-License-Identifier: AGPL-3.0-or-later
// react-jsonschema-form, plain theme, Ajv in the page. Data and schema nested by section, as its manual suggests and as
// is fastest for it: sections that nothing touches keep their drawing. What hangs on an answer is an if/then.
import Form from '@rjsf/core';
import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import validator from '@rjsf/validator-ajv8';
import { createElement, createRef } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { Adapter } from '../../runtime/adapter.ts';
import type { Answers, Question, Section, Spec } from '../../runtime/spec.ts';

type Data = { readonly [section: string]: Answers };

const types: { readonly [kind in Question['kind']]: RJSFSchema } = {
  'yes-no': { type: 'boolean' },
  text: { type: 'string' },
  'long-text': { type: 'string' },
  whole: { type: 'integer' },
  date: { type: 'string', format: 'date' },
  few: { type: 'string' },
  many: { type: 'string' },
};

const widgets: { readonly [kind in Question['kind']]?: string } = {
  'yes-no': 'radio',
  few: 'radio',
  'long-text': 'textarea',
};

const property = (question: Question): RJSFSchema => ({
  ...types[question.kind],
  title: question.title,
  ...(question.hint ? { description: question.hint } : {}),
  ...(question.longest ? { maxLength: question.longest } : {}),
  ...(question.most ? { minimum: 0, maximum: question.most } : {}),
  ...(question.choices
    ? { oneOf: question.choices.map(({ value, title }) => ({ const: value, title })) }
    : {}),
});

const object = (questions: readonly Question[]): RJSFSchema => ({
  type: 'object',
  properties: Object.fromEntries(questions.map((each) => [each.key, property(each)])),
  required: questions.filter((each) => each.required).map((each) => each.key),
});

function schemaOf({ sections, questions }: Spec): RJSFSchema {
  const shown = (section: Section) => section.questions.filter((each) => !each.shownBy);
  const hanging = sections
    .map(({ id, questions: all }) => [id, all.filter((each) => each.shownBy)] as const)
    .filter(([, all]) => all.length);
  const first = sections[0]!.id;
  const { key } = questions[0]!;
  return {
    type: 'object',
    properties: Object.fromEntries(
      sections.map((each) => [each.id, { ...object(shown(each)), title: each.title }]),
    ),
    if: { properties: { [first]: { properties: { [key]: { const: true } }, required: [key] } } },
    // oxlint-disable-next-line unicorn/no-thenable -- a word of JSON Schema
    then: { properties: Object.fromEntries(hanging.map(([id, all]) => [id, object(all)])) },
  };
}

const looksOf = ({ sections }: Spec): UiSchema => ({
  'ui:submitButtonOptions': { norender: true },
  ...Object.fromEntries(
    sections.map(({ id, questions }) => [
      id,
      Object.fromEntries(questions.map(({ key, kind }) => [key, { 'ui:widget': widgets[kind] }])),
    ]),
  ),
});

class Rjsf implements Adapter {
  #spec: Spec | undefined;
  #schema: RJSFSchema = {};
  #looks: UiSchema = {};
  #given: Data = {};
  #data: Data = {};
  #root: Root | undefined;
  #form = createRef<Form>();
  readonly #section = new Map<string, string>();

  prepare(spec: Spec, answers: Answers): Promise<void> {
    this.#spec = spec;
    this.#schema = schemaOf(spec);
    this.#looks = looksOf(spec);
    const known = ({ key }: Question) => answers[key] !== undefined;
    this.#given = Object.fromEntries(
      spec.sections.map(({ id, questions }) => [
        id,
        Object.fromEntries(questions.filter(known).map(({ key }) => [key, answers[key]!])),
      ]),
    );
    for (const { id, questions } of spec.sections)
      for (const { key } of questions) this.#section.set(key, id);
    return Promise.resolve();
  }

  mount(into: HTMLElement): void {
    this.#data = this.#given;
    this.#form = createRef<Form>();
    this.#root = createRoot(into);
    this.#root.render(
      createElement(Form, {
        ref: this.#form,
        schema: this.#schema,
        uiSchema: this.#looks,
        initialFormData: this.#given,
        validator,
        noHtml5Validate: true,
        // the first choice of a list is no answer, nor is a yes or no that nobody gave a no
        experimental_defaultFormStateBehavior: { constAsDefaults: 'never', requiredBooleanDefault: 'skip' },
        onChange: ({ formData }) => void (this.#data = formData as Data),
      }),
    );
  }

  #id(key: string): string {
    return `root_${this.#section.get(key)}_${key}`;
  }

  control(key: string): HTMLElement | null {
    const id = this.#id(key);
    return document.getElementById(`${id}-0`) ?? document.getElementById(id);
  }

  choice(key: string, yes: boolean): HTMLElement {
    return document.getElementById(`${this.#id(key)}-${yes ? 0 : 1}`)!;
  }

  answer(key: string): unknown {
    return this.#data[this.#section.get(key)!]?.[key];
  }

  validate(): void {
    this.#form.current!.validateForm();
  }

  errors(): number {
    return this.#spec!.questions.filter(({ key }) => document.getElementById(`${this.#id(key)}__error`))
      .length;
  }

  unmount(): void {
    this.#root?.unmount();
    this.#root = undefined;
    this.#data = {};
  }
}

export const adapter = new Rjsf();
