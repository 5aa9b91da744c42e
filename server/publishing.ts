// SPDX-License-Identifier: AGPL-3.0-or-later
// Publishing over the compiler's thread and the cache of compiled checks.
import { createChecks } from './compile/checks.ts';
import { createCompiler, type Compiler } from './compile/compiler.ts';
import { elementModule } from './compile/element.ts';
import { publish, schemaText } from './compile/publish.ts';
import type { Version } from '../schemas/types.ts';
import type { Publishing } from './deps.ts';

/** `folder`: where compiled checks are kept between starts. */
export function createPublishing(folder: string, compiler: Compiler = createCompiler()): Publishing {
  const checks = createChecks(compiler, folder);
  const files: {
    readonly [suffix: string]: (district: string, version: Version) => string | Promise<string>;
  } = {
    '.js': (district, version) => elementModule(district, version),
    '.check.js': (_district, version) => checks.text(version, 'check'),
    '.schema.json': (_district, version) => schemaText(version),
    '.d.ts': (_district, version) => checks.text(version, 'types'),
  };
  return {
    examine: (document) => compiler.examine(document),
    async publish(work) {
      const done = await publish(compiler, work);
      if (!done.ok) return done;
      await checks.keep(done.version, done.artefacts);
      return { ok: true, version: done.version };
    },
    accepts: async (_district, version, answers) => (await checks.check(version))(answers),
    file: async (district, version, suffix) =>
      Object.hasOwn(files, suffix) ? files[suffix]?.(district, version) : undefined,
    close: () => compiler.close(),
  };
}
