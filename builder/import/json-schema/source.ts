// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Source } from '../contract.ts';

/** Whatever begins like an object or is called .json is meant as JSON: if it is not, that is what is said. */
const meant = (bytes: Uint8Array): boolean =>
  /^\s*[{[]/.test(new TextDecoder().decode(bytes.subarray(0, 200)));

export const jsonSchema: Source = {
  id: 'json-schema',
  fits: (files) => files.every(({ name, bytes }) => /\.json$/i.test(name) || meant(bytes)),
  async read(files) {
    const { readJsonSchema } = await import('./read.ts');
    return readJsonSchema(files);
  },
};
