// SPDX-License-Identifier: BSD-3-Clause
// Field types that are not among the commonest, each in a file of its own.
import { folders } from '../fields/index.ts';
import { known } from './early.ts';
import type { FieldInput } from './input.ts';

const listed: readonly string[] = folders;

/** Fetches types by name, those that there are. */
export async function fetchInputs(names: readonly string[]): Promise<void> {
  await Promise.all(
    names
      .filter((name) => listed.includes(name))
      .map(async (name) => {
        const { input } = (await import(`../fields/${name}/input.js`)) as { input: FieldInput };
        known.set(name, input);
      }),
  );
}
