// SPDX-License-Identifier: AGPL-3.0-or-later
// SurveyJS: survey-core drawn by survey-js-ui (Preact inside). One page with a panel for each section; lists are native
// <select> elements; texts are taken at each key, as everybody here does (its default waits until the field is left).
import 'survey-core/survey-core.fontless.min.css';
import { type Question as Drawn, settings, SurveyModel } from 'survey-core';
import { renderSurvey, unmountComponentAtNode } from 'survey-js-ui';
import type { Adapter } from '../../runtime/adapter.ts';
import type { Answers, Question, Spec } from '../../runtime/spec.ts';

const titled = (question: Question) => question.choices!.map(({ value, title }) => ({ value, text: title }));

const types: { readonly [kind in Question['kind']]: (question: Question) => object } = {
  'yes-no': () => ({ type: 'boolean', renderAs: 'radio', labelTrue: 'Sì', labelFalse: 'No' }),
  text: () => ({ type: 'text' }),
  'long-text': () => ({ type: 'comment' }),
  whole: () => ({ type: 'text', inputType: 'number' }),
  date: () => ({ type: 'text', inputType: 'date' }),
  few: (each) => ({ type: 'radiogroup', choices: titled(each) }),
  many: (each) => ({ type: 'dropdown', renderAs: 'select', choices: titled(each) }),
};

const element = (question: Question): object => ({
  name: question.key,
  title: question.title,
  isRequired: question.required,
  ...(question.hint ? { description: question.hint } : {}),
  ...(question.longest ? { validators: [{ type: 'text', maxLength: question.longest }] } : {}),
  ...(question.most ? { validators: [{ type: 'numeric', minValue: 0, maxValue: question.most }] } : {}),
  ...(question.shownBy ? { visibleIf: `{${question.shownBy}} = true` } : {}),
  ...types[question.kind](question),
});

const formOf = (spec: Spec): object => ({
  showQuestionNumbers: 'off',
  textUpdateMode: 'onTyping',
  pages: [
    {
      elements: spec.sections.map(({ id, title, questions }) => ({
        type: 'panel',
        name: id,
        title,
        elements: questions.map(element),
      })),
    },
  ],
});

class SurveyJs implements Adapter {
  #json: object = {};
  #spec: Spec | undefined;
  #answers: Answers = {};
  #survey: SurveyModel | undefined;
  #place: HTMLElement | undefined;
  #questions = new Map<string, Drawn>();

  prepare(spec: Spec, answers: Answers): Promise<void> {
    this.#spec = spec;
    this.#json = formOf(spec);
    this.#answers = answers;
    // its default fades what is hidden out for half a second
    settings.animationEnabled = false;
    return Promise.resolve();
  }

  mount(into: HTMLElement): void {
    this.#place = into;
    this.#survey = new SurveyModel(this.#json);
    this.#survey.data = { ...this.#answers };
    this.#questions = new Map(this.#survey.getAllQuestions().map((each) => [each.name, each]));
    renderSurvey(this.#survey, into);
  }

  control(key: string): HTMLElement | null {
    const id = this.#questions.get(key)!.inputId;
    return document.getElementById(id) ?? document.querySelector(`#${id.slice(0, -1)} input`);
  }

  choice(key: string, yes: boolean): HTMLElement {
    const { id } = this.#questions.get(key)!;
    return document.querySelector<HTMLElement>(`#${id} input[value="${yes}"]`)!;
  }

  answer(key: string): unknown {
    return this.#survey!.getValue(key) as unknown;
  }

  validate(): void {
    this.#survey!.validate(true);
  }

  errors(): number {
    return this.#spec!.questions.filter(({ key }) => {
      const box = document.getElementById(`${this.#questions.get(key)!.id}_errors`);
      return box !== null && box.textContent !== '';
    }).length;
  }

  unmount(): void {
    unmountComponentAtNode(this.#place!);
    this.#survey!.dispose();
    this.#survey = this.#place = undefined;
    this.#questions = new Map();
  }
}

export const adapter = new SurveyJs();
