// SPDX-License-Identifier: BSD-3-Clause
import { codeFacts } from '../codes.ts';

/** CAP: five digits. Which of them exist nobody publishes freely. */
export const facts = codeFacts({
  type: 'postcode',
  pattern: '^[0-9]{5}$',
  shortest: 5,
  longest: 5,
  shape: 'not-a-postcode',
  others: [],
  clean: (typed) => typed.replaceAll(/[\s.]+/gu, '').replace(/^(I|IT)-/iu, ''),
});
