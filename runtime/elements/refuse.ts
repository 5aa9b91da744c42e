// SPDX-License-Identifier: BSD-3-Clause
// Where another runtime, which cannot show a form, came first.
import type { Published } from './remote.ts';

const unfit: { readonly [language: string]: string } = {
  it: 'In questa pagina c’è già un’altra versione del programma: il modulo non può essere mostrato.',
  en: 'Another version of the program is already on this page: the form cannot be shown.',
};

/** Says in place of each element why its form is not there. */
export function refuse({ district, form }: Published): void {
  const text = unfit[document.documentElement.lang.slice(0, 2)] ?? unfit['it']!;
  const places = document.querySelectorAll(`patto-form[form="${district}/${form}"], ${district}-${form}`);
  for (const place of places) {
    const said = document.createElement('p');
    said.setAttribute('role', 'alert');
    said.textContent = text;
    place.after(said);
  }
}
