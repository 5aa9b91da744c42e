// SPDX-License-Identifier: BSD-3-Clause
import { html, nothing } from 'lit';
import type { FieldInput, InputContext } from '../../elements/input.ts';
import { dressed } from '../../elements/inputs/dressed.ts';
import { partInput, partsOf } from '../../elements/inputs/parts.ts';
import { drawnSignature, signSheet } from '../../elements/inputs/sign-pad.ts';
import { takeBack, wayButtons } from '../../elements/inputs/ways.ts';
import { writeDate, isDate } from '../calendar.ts';
import { type Signed, type Way, facts, waysOf } from './facts.ts';
import { paper } from './paper.ts';
import { words } from './words.ts';

const dressing = dressed(signSheet);

/** What each way asks for. */
const controls: { readonly [way in Way]: (context: InputContext, alone: boolean) => unknown } = {
  drawn: (context) => html`<patto-sign-pad .context=${context}></patto-sign-pad>`,
  typed: (context, alone) =>
    partInput(context, 'name', {
      label: context.say('name'),
      most: 120,
      required: true,
      first: alone,
      kept: { kind: 'typed', at: context.today },
    }),
  paper: (context, alone) =>
    html`${partInput(context, 'place', {
      label: context.say('place'),
      most: 200,
      required: true,
      first: alone,
      kept: { kind: 'paper' },
    })}
    ${partInput(context, 'at', {
      label: context.say('date'),
      hint: context.say('dateHint'),
      most: 10,
      size: 'medium',
      inputmode: 'numeric',
      required: true,
      kept: { kind: 'paper' },
      show: (value) => (isDate(value) ? writeDate(value) : value),
    })}`,
};

/** The ways as radio buttons, then what the chosen one asks for. */
export const input: FieldInput = {
  facts,
  words,
  paper,
  group: () => true,
  render(context) {
    const all = waysOf(context.field);
    const { kind, strokes } = partsOf(context);
    const way = all.length === 1 ? all[0] : all.find((each) => each === kind);
    const choose = (next: Way) =>
      context.type(JSON.stringify({ kind: next, ...(next === 'paper' ? {} : { at: context.today }) }));
    return html`<p class="hint" ${dressing}>${context.say('what')}</p>
      ${wayButtons(context, all, way, choose, { label: context.say('how') })}
      ${way ? html`<div class="sign-parts">${controls[way](context, all.length === 1)}</div>` : nothing}
      ${
        kind !== undefined && !(Array.isArray(strokes) && strokes.length > 0) && !context.locked
          ? takeBack(context, context.say('clearAll'))
          : nothing
      }`;
  },
  shown(value, shown) {
    const path = paper.drawing!(value as Signed);
    return path === undefined
      ? html`<span class="written">${shown.words}</span>`
      : html`<div ${dressing}>${drawnSignature(path, shown)}</div>`;
  },
};
