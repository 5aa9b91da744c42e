// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';

export const join: FormulaFunction = {
  name: 'join',
  signature: { args: ['value'], rest: 'value', options: { with: 'text' }, gives: 'string' },
  evaluate: (args, options) => {
    const texts = args.filter((each) => each !== undefined).map(String);
    return texts.length === 0
      ? undefined
      : texts.join(typeof options['with'] === 'string' ? options['with'] : '');
  },
  explain: () => '',
};
