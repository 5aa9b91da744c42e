// SPDX-License-Identifier: AGPL-3.0-or-later
// From generated code to modules that stand alone. Here, not in the compiling thread: esbuild is a process of its own,
// and one that was started by a thread outlives it.
import { build, stop } from 'esbuild';
import type { CheckCode } from './validator.ts';

let under = 0;

async function bundle(contents: string): Promise<string> {
  under += 1;
  try {
    return await built(contents);
  } finally {
    under -= 1;
  }
}

async function built(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

export interface CheckModules {
  /** ES module for browsers: `export default validate(data) → boolean`, with `.errors`. No eval, no import */
  readonly check: string;
  /**
   * ES module for the server: `export default (pattern) → validate`. It brings no pattern engine of its own:
   * who loads it hands over `(source) → { test }`
   */
  readonly serverCheck: string;
}

export async function checkModules({ browser, server }: CheckCode): Promise<CheckModules> {
  const [check, serverCheck] = await Promise.all([bundle(browser), bundle(server)]);
  return { check, serverCheck };
}

/** Ends esbuild's process, unless another compiler uses it just now; it starts again when it is needed. */
export async function endBundling(): Promise<void> {
  if (under === 0) await stop();
}
