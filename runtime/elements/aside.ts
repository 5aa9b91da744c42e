// SPDX-License-Identifier: BSD-3-Clause
// What stands beside the questions and comes only where a form, a page or a reader asks for it: reading aids,
// one question at a time, fast keys.
import type { PattoForm } from './form.ts';

/** Begins what is asked for and has not begun; fetches nothing else. */
export async function begin(form: PattoForm): Promise<void> {
  const [reading, pace, fast] = await Promise.all([
    import('./reading.ts'),
    form.pace === 'question' ? import('./pace.ts') : undefined,
    form.fast ? import('./fast.ts') : undefined,
  ]);
  if (!form.reading) {
    form.reading = new reading.Reading(form);
    form.reading.apply();
  }
  if (form.steps !== pace?.steps) {
    const { store } = form;
    const shown = store && form.pages[form.page];
    form.steps = pace?.steps;
    // The same question, or the same page, stays in sight.
    form.page = Math.max(0, shown ? form.pages.findIndex(({ id }) => id === shown.id) : 0);
    if (pace) pace.follow(form);
  }
  fast?.listen(form);
  form.requestUpdate();
}
