// SPDX-License-Identifier: BSD-3-Clause
import { css, html, nothing } from 'lit';
import type { FieldInput, InputContext } from '../../elements/input.ts';
import { dressed } from '../../elements/inputs/dressed.ts';
import { partInput, partsOf, type PartLook } from '../../elements/inputs/parts.ts';
import { takeBack, wayButtons } from '../../elements/inputs/ways.ts';
import { type AddressKind, facts, kindsOf, partsOfKind } from './facts.ts';
import { paper } from './paper.ts';
import { words } from './words.ts';

const sheet = css`
  .address {
    display: flex;
    flex-wrap: wrap;
    gap: 1em 1.25em;
    align-items: end;
    margin-block-start: 0.75em;
  }
  .address > .part {
    flex: 1 1 15em;
    min-inline-size: 0;
  }
  .address > :is(.part-number, .part-postcode, .part-province) {
    flex: 0 1 9em;
  }
  .address > .part-contact,
  .address > .part-street:first-child:nth-last-child(-n + 4) {
    flex-basis: 100%;
  }
`;
const dressing = dressed(sheet);

interface Look extends Pick<PartLook, 'most' | 'size' | 'inputmode'> {
  /** what browsers call it, where people write about themselves */
  readonly token?: string;
}
const looks: { readonly [part: string]: Look } = {
  street: { most: 120, token: 'address-line1' },
  number: { most: 20, size: 'short' },
  more: { most: 120, token: 'address-line2' },
  postcode: { most: 20, size: 'short', token: 'postal-code' },
  comune: { most: 60, token: 'address-level2' },
  province: { most: 2, size: 'short', token: 'address-level1' },
  city: { most: 80, token: 'address-level2' },
  country: { most: 60, token: 'country-name' },
  contact: { most: 200 },
};

/** The words of a part: those for its kind of address, else the common ones; '' where there are none. */
const said = (context: InputContext, part: string, kind: AddressKind, after = ''): string => {
  const own = `${part}-${kind}${after}`;
  const common = part + after;
  const key = words.texts![own] ? own : common;
  return words.texts![key] ? context.say(key) : '';
};

/** A comune of the list brings its province: Bologna (BO). */
const comune = (text: string): { readonly [part: string]: string } => {
  const [, name, letters] = /^(.+) \(([A-Z]{2})\)$/u.exec(text) ?? [];
  return name && letters ? { comune: name, province: letters } : { comune: text };
};

/** Where, as radio buttons; then the parts that such an address has. */
export const input: FieldInput = {
  facts,
  words,
  paper,
  group: () => true,
  render(context) {
    const all = kindsOf(context.field);
    const parts = partsOf(context);
    const kind = all.find((each) => each === parts['kind']) ?? all[0]!;
    const own = context.field['x-settings']?.['own'] === true;
    const several = all.length > 1;
    const choose = (next: AddressKind) => {
      const known = new Set(partsOfKind(next).map(([part]) => part));
      const kept = Object.entries(parts).filter(([part]) => known.has(part));
      context.type(JSON.stringify({ ...Object.fromEntries(kept), kind: next }));
    };
    return html`${wayButtons(context, all, kind, choose, { label: context.say('where'), look: 'inline' })}
      <div class="address" ${dressing}>
        ${partsOfKind(kind).map(([part, needed], index) => {
          const { token, ...look } = looks[part]!;
          const hint = said(context, part, kind, '-hint');
          return partInput(context, part, {
            ...look,
            ...(part === 'postcode' && kind === 'italy' ? ({ inputmode: 'numeric' } as const) : {}),
            label: said(context, part, kind),
            ...(hint ? { hint } : {}),
            autocomplete: own && token ? token : 'off',
            required: needed,
            first: !several && index === 0,
            kept: { kind },
            ...(part === 'comune' && context.look ? { chosen: comune } : {}),
          });
        })}
      </div>
      ${context.text !== '' && !context.locked && !context.required ? takeBack(context, context.say('clear')) : nothing}`;
  },
};
