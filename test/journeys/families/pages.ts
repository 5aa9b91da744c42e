// SPDX-License-Identifier: AGPL-3.0-or-later
// Going through the pages of a form one at a time, to see what each says.
import type { ElementHandle } from 'puppeteer';
import { pressButton } from '../fill.ts';
import { until } from '../stage.ts';

/** What all that fits says in a form, in one line. */
export const said = (form: ElementHandle, selector: string): Promise<string> =>
  form.evaluate(
    (element, wanted) =>
      [...(element as HTMLElement).shadowRoot!.querySelectorAll(wanted)]
        .map((each) => each.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '')
        .join(' '),
    selector,
  );

export const pageOf = (form: ElementHandle): Promise<string> => said(form, '#heading');

/** Goes on, or back, by one page. */
export async function turn(form: ElementHandle, button: 'Avanti' | 'Indietro'): Promise<void> {
  const before = await pageOf(form);
  await pressButton({ form }, button);
  await until(async () => (await pageOf(form)) !== before, `${button} from «${before}»`);
}

/** Goes on to the page with this heading. */
export async function goTo(form: ElementHandle, heading: string): Promise<void> {
  while ((await pageOf(form)) !== heading) await turn(form, 'Avanti');
}
