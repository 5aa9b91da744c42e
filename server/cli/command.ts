// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../../runtime/problem.ts';

export type Language = 'it' | 'en';

/** What a command may touch of the world. */
export interface CommandIo {
  /** a line on standard output */
  out(line: string): void;
  /** a line on standard error */
  err(line: string): void;
  readonly language: Language;
  readonly folder: string;
  readonly env: { readonly [name: string]: string | undefined };
}

/** One command: `server/cli/<name>.ts` exports it as `command`, one line in index.ts names it. */
export interface Command {
  readonly name: string;
  /** what `--help` says: use, then options */
  readonly help: Words;
  /** gives the exit code: 0 only when all went well */
  run(args: readonly string[], io: CommandIo): Promise<number>;
}

export const words = (it: string, en: string): Words => ({ it, en });
