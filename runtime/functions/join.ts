// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';

export const join: FormulaFunction = {
  name: 'join',
  signature: { args: ['value'], rest: 'value', options: { with: 'text' }, gives: 'string' },
  evaluate: (args, options) => {
    // a date stands in a text as people read it
    const texts = args
      .filter((each) => each !== undefined)
      .map((each) => String(each).replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1'));
    return texts.length === 0
      ? undefined
      : texts.join(typeof options['with'] === 'string' ? options['with'] : '');
  },
  explain: () => '',
};
