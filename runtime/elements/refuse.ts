// SPDX-License-Identifier: BSD-3-Clause
// Where another runtime, which cannot show a form, came first. Nothing of Lit in here.
import type { Published } from './remote.ts';

const unfit: { readonly [language: string]: string } = {
  it: 'In questa pagina c’è già un’altra versione del programma: il modulo non può essere mostrato.',
  en: 'Another version of the program is already on this page: the form cannot be shown.',
};

/** The sentence in the language of a place on the page. */
export const inLanguage = (words: { readonly [language: string]: string }, place: Element): string =>
  words[place.closest('[lang]')?.getAttribute('lang')?.slice(0, 2) ?? 'it'] ?? words['it']!;

const sentence = (place: Element): string => inLanguage(unfit, place);

/**
 * Puts something in place of each element of a form, those that come later too; `also` are further selectors, each after
 * a comma. What is given back takes it all away again.
 */
export function instead(
  { district, form, number }: Published,
  make: (place: HTMLElement) => HTMLElement,
  also = '',
): () => void {
  const name = `${district}/${form}`;
  const made = new Map<HTMLElement, HTMLElement>();
  const put = (): void => {
    for (const place of document.querySelectorAll<HTMLElement>(
      `patto-form[form="${name}"], patto-form[form="${name}@${number}"]${also}`,
    )) {
      if (made.has(place)) continue;
      const said = make(place);
      made.set(place, said);
      // What its own runtime would say there is that it is still loading.
      place.hidden = true;
      place.after(said);
    }
  };
  put();
  const watch = new MutationObserver(put);
  watch.observe(document, { childList: true, subtree: true });
  return () => {
    watch.disconnect();
    for (const [place, said] of made) {
      said.remove();
      place.hidden = false;
    }
  };
}

/** Says in place of each element why its form is not there. */
export function refuse(what: Published): void {
  const { district, form } = what;
  instead(what, (place) => {
    const said = document.createElement('p');
    said.setAttribute('role', 'alert');
    said.textContent = sentence(place);
    return said;
  });
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
