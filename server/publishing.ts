// SPDX-License-Identifier: AGPL-3.0-or-later
// Publishing over the compiler's thread and the cache of compiled checks.
import { digest } from './clock.ts';
import { createChecks } from './compile/checks.ts';
import { createCompiler, type Compiler } from './compile/compiler.ts';
import { elementModule } from './compile/element.ts';
import { publish, schemaText } from './compile/publish.ts';
import type { Version } from '../schemas/types.ts';
import type { Publishing } from './deps.ts';

/** Districts that begin with the same national definition have it compiled once. */
function once(compiler: Compiler): Compiler {
  const made = new Map<string, ReturnType<Compiler['compile']>>();
  const most = 8;
  return {
    ...compiler,
    compile(document) {
      const name = digest(JSON.stringify(document) ?? '');
      const known = made.get(name);
      if (known) return known;
      const fresh = compiler.compile(document);
      made.set(name, fresh);
      if (made.size > most) made.delete(made.keys().next().value ?? '');
      const forget = () => made.delete(name);
      // What was refused may be refused because the machine was busy: the next attempt is a new one.
      fresh.then((result) => (result.ok ? undefined : forget()), forget);
      return fresh;
    },
  };
}

/** `folder`: where compiled checks are kept between starts. */
export function createPublishing(folder: string, own: Compiler = createCompiler()): Publishing {
  const compiler = once(own);
  const checks = createChecks(compiler, folder);
  const files: {
    readonly [suffix: string]: (
      district: string,
      version: Version,
      withdrawn: boolean,
    ) => string | Promise<string>;
  } = {
    '.js': (district, version, withdrawn) => elementModule(district, version, withdrawn),
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
    file: async (district, version, suffix, withdrawn = false) =>
      Object.hasOwn(files, suffix) ? files[suffix]?.(district, version, withdrawn) : undefined,
    close: () => compiler.close(),
  };
}
