// SPDX-License-Identifier: BSD-3-Clause
// A pictogram before the label of a question, where its settings name one. It only repeats what the label says.
import { css, render } from 'lit';
import { dress } from './css.ts';
import type { PattoForm } from './form.ts';
import { pictogram } from './inputs/pictograms.ts';

const sheet = css`
  .label-pictogram svg {
    width: 2em;
    height: 2em;
    margin-inline-end: 0.5em;
    fill: none;
    stroke: var(--primary-strong);
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: middle;
  }
`;

const labels = ':scope > label, :scope > fieldset > legend, :scope > .computed > .label';
const followed = new WeakSet<PattoForm>();

/** Draws the pictograms of a form, and those of questions that it draws from now on. */
export function beside(form: PattoForm): void {
  if (followed.has(form)) return;
  followed.add(form);
  const root = form.renderRoot;
  dress(root, sheet);
  const draw = (): void => {
    for (const field of root.querySelectorAll('patto-field')) {
      const settings = form.store?.node(field.path)?.schema['x-settings'];
      const name = settings?.['pictogram'];
      const label = typeof name === 'string' && field.querySelector(labels);
      if (!label || label.querySelector('.label-pictogram')) continue;
      const place = document.createElement('span');
      place.className = 'label-pictogram';
      render(pictogram(name as string), place);
      label.prepend(place);
    }
  };
  // Whatever draws a label, and when: what stands in the form's tree is looked at.
  new MutationObserver(draw).observe(root, { childList: true, subtree: true });
  draw();
}
