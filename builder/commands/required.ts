// SPDX-License-Identifier: AGPL-3.0-or-later
import { isRequired } from '../edit/describe.ts';
import { requireAll } from '../edit/several.ts';
import type { Command } from './contract.ts';

/** Required, or not any more where it is already: one question, or all that are chosen. */
export const required: Command = {
  name: 'required',
  keys: ['Alt+O'],
  on: 'thing',
  changes: true,
  run: (bench, handle) => {
    const { now } = bench.editing;
    const handles = (bench.together.length > 1 ? bench.together : [handle]).filter((each) =>
      each.startsWith('/'),
    );
    if (handles.length === 0) return;
    const all = handles.every((each) => isRequired(now, each));
    bench.keep(requireAll(now, handles, !all));
    return bench.focusOn(handle);
  },
};
