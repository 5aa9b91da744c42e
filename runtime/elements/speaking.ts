// SPDX-License-Identifier: BSD-3-Clause
// Another language for a form that is shown already.
import { complete, language } from '../words/index.ts';
import type { PattoForm } from './form.ts';
import { begin } from './problems.ts';
import { Sayings } from './sayings.ts';
import { equip } from './types.ts';

/** Says everything in the language of now. */
export async function speak(form: PattoForm): Promise<void> {
  const { store, published } = form;
  const definition = form.definition ?? published?.definition;
  if (!store || !definition) return;
  const locale = form.tongue;
  const [{ inputs }, words] = await Promise.all([
    equip(definition, published?.program, true),
    language(locale).then(complete),
  ]);
  store.say(new Sayings(definition, inputs, locale, words));
  await begin(store);
  store.tellAll();
  form.requestUpdate();
}
