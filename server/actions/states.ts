// SPDX-License-Identifier: AGPL-3.0-or-later
// How far a case has come, in the words that the desk shows; a later state is never undone by an earlier step.
const order = [
  'nuova',
  'in istruttoria',
  'AP in corso',
  'AP chiusa',
  'patto in bozza',
  'patto condiviso',
  'patto sottoscritto',
] as const;
export type CaseState = (typeof order)[number];

const steps = {
  opened: 'nuova',
  assigned: 'in istruttoria',
  'grid begun': 'AP in corso',
  'grid submitted': 'AP chiusa',
  'pact begun': 'patto in bozza',
  'pact issued': 'patto condiviso',
  'pact sealed': 'patto sottoscritto',
} as const satisfies { readonly [step: string]: CaseState };

/** The state after a step; a step that leads nowhere leaves it. */
export function stateAfter(before: string, step: string): string {
  const next = Object.hasOwn(steps, step) ? steps[step as keyof typeof steps] : undefined;
  if (!next) return before;
  const place = (state: string) => (order as readonly string[]).indexOf(state);
  return place(next) > place(before) ? next : before;
}
