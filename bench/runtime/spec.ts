// SPDX-License-Identifier: AGPL-3.0-or-later
// The form that everybody draws, in nobody's language: questions in the mix of a long social form, in sections of ten.

/** One question. Exactly one rule of it can be broken, and `wrong` below breaks it. */
export interface Question {
  readonly key: string;
  readonly kind: 'yes-no' | 'text' | 'long-text' | 'whole' | 'date' | 'few' | 'many';
  readonly title: string;
  readonly hint?: string;
  readonly required: boolean;
  /** of `few` (radio buttons) and `many` (a list to open) */
  readonly choices?: readonly { readonly value: string; readonly title: string }[];
  /** characters of a text */
  readonly longest?: number;
  /** of a whole number; the least is 0 */
  readonly most?: number;
  /** key of the yes/no question that must be true for this one to be shown */
  readonly shownBy?: string;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly Question[];
}

/** By key: true or false, text, whole number, date as 2026-03-02, value of a choice. Absent: not answered. */
export type Answers = { readonly [key: string]: string | number | boolean };

export interface Spec {
  readonly sections: readonly Section[];
  readonly questions: readonly Question[];
  /** a third of the questions answered, nothing wrong in them */
  readonly answers: Answers;
  /** one error in every question but the first: required and not answered, too long, too large */
  readonly wrong: Answers;
}

/** Questions that the first one shows or hides, at most. */
export const DEPENDANTS = 100;

const choices = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ value: `c${index}`, title: `Voce ${index + 1}` }));

type Rest = Omit<Question, 'key' | 'title'>;
const text: Rest = { kind: 'text', required: false, longest: 80 };
const whole: Rest = { kind: 'whole', required: false, most: 9999 };

/** Ten by ten. */
const kinds: readonly Rest[] = [
  { kind: 'yes-no', required: true },
  text,
  whole,
  { ...text, hint: 'Come risulta dai documenti' },
  { kind: 'date', required: true },
  { kind: 'few', required: true, choices: choices(4) },
  text,
  { kind: 'many', required: true, choices: choices(8) },
  { kind: 'long-text', required: true, longest: 2000 },
  text,
];

const right: { readonly [kind in Question['kind']]: Answers[string] } = {
  'yes-no': true,
  text: 'Reggio nell’Emilia',
  'long-text': 'Vive con la madre e due figli minori.',
  whole: 42,
  date: '1985-03-27',
  few: 'c1',
  many: 'c2',
};

const broken: { readonly [kind in Question['kind']]?: Answers[string] } = {
  text: 'Troppo lungo. '.repeat(8).trim(),
  whole: 123_456,
};

export const key = (index: number): string => `campo_${index}`;

/** A form of so many questions. Every tenth hangs on the first, up to DEPENDANTS of them. */
export function specOf(count: number): Spec {
  const questions = Array.from({ length: count }, (_, index): Question => {
    const hangs = index % 10 === 9 && index < DEPENDANTS * 10;
    return {
      key: key(index),
      title: `Domanda numero ${index + 1}`,
      ...kinds[index % 10]!,
      ...(hangs ? { shownBy: key(0) } : {}),
    };
  });
  const answers = questions.filter((_, index) => index % 3 === 1).map((each) => [each.key, right[each.kind]]);
  const wrong = questions
    .filter((each, index) => index > 0 && broken[each.kind] !== undefined)
    .map((each) => [each.key, broken[each.kind]!]);
  return {
    questions,
    sections: Array.from({ length: Math.ceil(count / 10) }, (_, index) => ({
      id: `parte-${index}`,
      title: `Parte ${index + 1}`,
      questions: questions.slice(index * 10, index * 10 + 10),
    })),
    answers: { ...Object.fromEntries(answers), [key(0)]: true },
    wrong: { ...Object.fromEntries(wrong), [key(0)]: true },
  };
}
