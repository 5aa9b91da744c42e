// SPDX-License-Identifier: AGPL-3.0-or-later
// Serves the shared cases to tests in a browser, and for each definition its check as publishing compiles it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Plugin of the test runner: /shared-cases.json, /shared-checks/<number>.js */
export function sharedCases(root) {
  const folder = join(root, 'test/runtime/engine/cases');
  const groups = () =>
    readdirSync(folder)
      .sort()
      .flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));

  let compiling;
  async function compiler() {
    const dist = (path) => import(join(root, 'dist', path));
    const [{ checkCode }, { checkModules }, { answerSchema }, { walk }, { loadEngine }, { definitionOf }] =
      await Promise.all([
        dist('server/compile/validator.js'),
        dist('server/compile/bundle.js'),
        dist('runtime/engine/answer-schema.js'),
        dist('runtime/engine/walk.js'),
        dist('runtime/engine/load.js'),
        dist('test/runtime/engine/cases.js'),
      ]);
    const engine = await loadEngine((source) => new RegExp(source, 'u'));
    return async (group) => {
      const { schema } = answerSchema(walk(definitionOf(group), engine));
      return (await checkModules(checkCode(schema))).check;
    };
  }

  return {
    name: 'shared-cases',
    async serve({ path }) {
      if (path === '/shared-cases.json') return { body: JSON.stringify(groups()), type: 'json' };
      const place = /^\/shared-checks\/(\d+)\.js$/.exec(path)?.[1];
      if (place === undefined) return undefined;
      compiling ??= compiler();
      return { body: await (await compiling)(groups()[+place]), type: 'js' };
    },
  };
}
