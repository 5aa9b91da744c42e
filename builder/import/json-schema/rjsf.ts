// SPDX-License-Identifier: AGPL-3.0-or-later
// The UI schema of react-jsonschema-form: a tree like the answers, with `ui:` words.
import { type Json, isObject, own, step } from '../json.ts';
import type { Ledger } from '../ledger.ts';
import type { Hint, Hints } from './hints.ts';

interface Place {
  readonly node: Json;
  readonly at: string;
}

function inside({ node, at }: Place, name: string): Place | undefined {
  const direct = own(node, name);
  if (isObject(direct)) return { node: direct, at: `${at}/${step(name)}` };
  const items = own(node, 'items');
  return isObject(items) ? inside({ node: items, at: `${at}/items` }, name) : undefined;
}

/** `ui:title`, or `title` among `ui:options`. */
function word(
  { node, at }: Place,
  name: string,
): { readonly value: unknown; readonly at: string } | undefined {
  const direct = own(node, `ui:${name}`);
  if (direct !== undefined) return { value: direct, at: `${at}/ui:${name}` };
  const among = own(own(node, 'ui:options'), name);
  return among === undefined ? undefined : { value: among, at: `${at}/ui:options/${name}` };
}

export function rjsfHints(ui: Json, at: string, ledger: Ledger): Hints {
  return (names) => {
    let place: Place | undefined = { node: ui, at };
    for (const name of names) place = place && inside(place, name);
    if (!place) return {};
    const here = place;
    const text = (name: string): string | undefined => {
      const found = word(here, name);
      if (typeof found?.value !== 'string' || found.value === '') return undefined;
      ledger.take(found.at);
      return found.value;
    };
    const flag = (name: string): boolean => {
      const found = word(here, name);
      if (typeof found?.value !== 'boolean') return false;
      ledger.take(found.at);
      return found.value;
    };
    const widget = word(here, 'widget');
    const known = widget?.value === 'textarea' || widget?.value === 'hidden';
    if (known) ledger.take(widget.at);
    const order = word(here, 'order');
    const titles = word(here, 'enumNames');
    for (const found of [order, titles]) if (Array.isArray(found?.value)) ledger.take(found.at);
    const help = [text('description'), text('help')].filter((each) => each !== undefined).join('\n\n');
    const [title, example] = [text('title'), text('placeholder')];
    const [readonly, disabled] = [flag('readonly'), flag('disabled')];
    const hint: Hint = {
      ...(title ? { title } : {}),
      ...(help ? { hint: help } : {}),
      ...(example ? { example } : {}),
      ...(readonly || disabled ? { readOnly: true } : {}),
      ...(widget?.value === 'textarea' ? { long: true } : {}),
      ...(widget?.value === 'hidden' ? { hidden: true } : {}),
      ...(Array.isArray(order?.value) ? { order: order.value.map(String) } : {}),
      ...(Array.isArray(titles?.value) ? { choiceTitles: titles.value } : {}),
    };
    return hint;
  };
}
