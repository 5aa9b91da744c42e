// SPDX-License-Identifier: BSD-3-Clause
// Where another runtime, which cannot show a form, came first. Nothing of Lit in here.
import type { Published } from './remote.ts';

const unfit: { readonly [language: string]: string } = {
  it: 'In questa pagina c’è già un’altra versione del programma: il modulo non può essere mostrato.',
  en: 'Another version of the program is already on this page: the form cannot be shown.',
};

const sentence = (place: Element): string => {
  const language = place.closest('[lang]')?.getAttribute('lang')?.slice(0, 2) ?? 'it';
  return unfit[language] ?? unfit['it']!;
};

/** Says in place of each element, those that come later too, why its form is not there. */
export function refuse({ district, form, number }: Published): void {
  const name = `${district}/${form}`;
  const told = new WeakSet<Element>();
  const tell = (): void => {
    for (const place of document.querySelectorAll<HTMLElement>(
      `patto-form[form="${name}"], patto-form[form="${name}@${number}"]`,
    )) {
      if (told.has(place)) continue;
      told.add(place);
      const said = document.createElement('p');
      said.setAttribute('role', 'alert');
      said.textContent = sentence(place);
      // What its own runtime would say there is that it is still loading.
      place.hidden = true;
      place.after(said);
    }
  };
  tell();
  new MutationObserver(tell).observe(document, { childList: true, subtree: true });
  const tag = `${district}-${form}`;
  if (customElements.get(tag)) return;
  customElements.define(
    tag,
    class extends HTMLElement {
      connectedCallback() {
        this.setAttribute('role', 'alert');
        this.textContent = sentence(this);
      }
    },
  );
}
