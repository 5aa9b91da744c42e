// SPDX-License-Identifier: AGPL-3.0-or-later
// The shared cases in a browser: the engine as a page has it, and the closed schema as it is served.
// The screen has files of its own: cases-screen-….test.ts.
import { assert } from 'chai';
import { walk } from '../../../runtime/engine/walk.ts';
import { accepted, contextOf, definitionOf, hold, refusals, settledAfter } from '../engine/cases.ts';
import { shared } from './screen-cases.ts';

interface CompiledCheck {
  (answers: unknown): boolean;
  readonly errors?:
    | null
    | readonly {
        readonly keyword: string;
        readonly instancePath: string;
        readonly params: object;
      }[];
}

const { groups, engine } = await shared();
const sorted = (list: Iterable<string>): string[] => [...list].sort();

describe('shared cases: the engine in the browser', () => {
  for (const group of groups) {
    it(group.group, () => {
      const outline = walk(definitionOf(group), engine);
      for (const each of group.cases) hold(outline, each, contextOf(group, each), assert);
    });
  }
});

describe('shared cases: the closed schema as it is served', () => {
  for (const [place, group] of groups.entries()) {
    it(group.group, async () => {
      const path = `/shared-checks/${place}.js`;
      const { default: check } = (await import(path)) as { default: CompiledCheck };
      const outline = walk(definitionOf(group), engine);
      for (const each of group.cases) {
        if (each.shape) {
          assert.equal(check(each.answers), each.shape.length === 0, `as given: ${each.about}`);
          assert.deepEqual(named(check), refusals(each.shape), each.about);
        }
        const wanted = accepted(each);
        const { answers } = settledAfter(outline, each, contextOf(group, each));
        if (wanted !== undefined) assert.equal(check(answers), wanted, `settled: ${each.about}`);
      }
    });
  }
});

/** Missing and forbidden answers as the check names them; the id of a row is no answer. */
function named(check: CompiledCheck): { missing: string[]; forbidden: string[] } {
  const errors = check.errors ?? [];
  const missing = errors.flatMap(({ keyword, instancePath, params }) => {
    const { missingProperty } = params as { missingProperty?: string };
    return keyword === 'required' && missingProperty !== 'id' ? [`${instancePath}/${missingProperty}`] : [];
  });
  const forbidden = errors.flatMap(({ keyword, instancePath }) =>
    keyword === 'false schema' ? [instancePath] : [],
  );
  return { missing: sorted(new Set(missing)), forbidden: sorted(new Set(forbidden)) };
}
