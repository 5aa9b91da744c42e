// SPDX-License-Identifier: AGPL-3.0-or-later
// A definition of Patto, as the JSON tab or another district gives it: it comes along whole.
import type { Definition } from '../../schemas/types.ts';
import type { Source } from './contract.ts';
import { unreadable } from './contract.ts';
import { count } from './count.ts';
import { isObject, leaves, own, readJson } from './json.ts';

const mark = /^\s*\{[\s\S]{0,2000}"\$schema"\s*:\s*"urn:patto:definition:/;

export const patto: Source = {
  id: 'patto',
  fits: ([file, more]) =>
    more === undefined && mark.test(new TextDecoder().decode(file!.bytes.subarray(0, 4000))),
  async read([file]) {
    const read = readJson(new TextDecoder().decode(file!.bytes));
    if ('wrong' in read) return unreadable(read.wrong);
    const { value } = read;
    const whole =
      isObject(own(own(value, 'schema'), 'properties')) && typeof own(value, 'title') === 'string';
    if (!whole || own(value, '$schema') !== 'urn:patto:definition:1') return unreadable('not-a-definition');
    const definition = value as unknown as Definition;
    const taken = leaves(value, '#').map(([place]) => place);
    return { definition, carried: count(definition), left: [], taken };
  },
};
