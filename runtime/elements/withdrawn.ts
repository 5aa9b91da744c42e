// SPDX-License-Identifier: BSD-3-Clause
// A form that is out of use: who has begun goes on, nobody begins. Nothing of Lit in here.
import { inLanguage, instead } from './refuse.ts';
import type { Published } from './remote.ts';

const over: { readonly [language: string]: string } = {
  it: 'Questo modulo non si usa più: non si comincia una nuova compilazione.',
  en: 'This form is no longer in use: nothing new can be begun with it.',
};
const goOn: { readonly [language: string]: string } = {
  it: 'Ho già iniziato: riprendo con il mio codice',
  en: 'I had already begun: resume with my code',
};

/** Has this device kept a draft that was not sent? */
function kept({ district, form }: Published): boolean {
  try {
    return localStorage.getItem(`patto:${district}/${form}`) !== null;
  } catch {
    return false;
  }
}

/** Resolves when somebody goes on with what was begun; until then the form is not drawn, and why is said in its place. */
export function begun(what: Published): Promise<void> {
  if (kept(what)) return Promise.resolve();
  return new Promise((resolve) => {
    const tag = `, ${what.district}-${what.form}`;
    const away = instead(
      what,
      (place) => {
        const said = document.createElement('div');
        const why = document.createElement('p');
        why.setAttribute('role', 'alert');
        why.textContent = inLanguage(over, place);
        const go = document.createElement('button');
        go.type = 'button';
        go.textContent = inLanguage(goOn, place);
        go.addEventListener('click', () => {
          away();
          resolve();
        });
        said.append(why, go);
        return said;
      },
      tag,
    );
  });
}
