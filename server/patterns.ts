// SPDX-License-Identifier: AGPL-3.0-or-later
// Patterns written by administrators: run in linear time here, and published only when they are safe in the browser too.
import { createRequire } from 'node:module';
import { RE2JS } from 're2js';
import type { Problem } from '../runtime/problem.ts';

/** A pattern that is ready to be asked; its text tells it apart from every other one. */
export interface LinearPattern {
  test(text: string): boolean;
  toString(): string;
}

/** `\s` and `.` of RegExp, which RE2 reads more narrowly and more widely. */
const blanks =
  '\\t\\n\\x0B\\f\\r \\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}';
const outside: { readonly [token: string]: string } = {
  '.': '[^\\n\\r\\x{2028}\\x{2029}]',
  '\\s': `[${blanks}]`,
  '\\S': `[^${blanks}]`,
};

/** The same pattern in RE2's words. Throws on `\S` inside a class, which RE2 has no words for. */
function translate(source: string): string {
  let within = false;
  const meant = source.replace(/\\[^]|[[\].]/gu, (token) => {
    if (token === '[') {
      within = true;
    } else if (token === ']') {
      within = false;
    } else if (!within) {
      return outside[token] ?? token;
    } else if (token === '\\s') {
      return blanks;
    } else if (token === '\\S') {
      throw new SyntaxError('\\S inside […]');
    }
    return token;
  });
  return RE2JS.translateRegExp(meant);
}

const ready = new Map<string, LinearPattern>();
const kept = 2000;

/**
 * The pattern as the server runs it: RE2, time linear in the text, same answer as `new RegExp(source, 'u')`.
 * Ajv tells compiled patterns apart by their `toString()`: without one of its own every pattern would be the first.
 */
export function linearPattern(source: string): LinearPattern {
  const known = ready.get(source);
  if (known) return known;
  const compiled = RE2JS.compile(translate(source));
  const pattern: LinearPattern = {
    test: (text) => compiled.matcher(text).find(),
    toString: () => `linear:${source}`,
  };
  if (ready.size >= kept) ready.clear();
  ready.set(source, pattern);
  return pattern;
}

interface Diagnostics {
  readonly status: 'safe' | 'vulnerable' | 'unknown';
  readonly complexity?: { readonly type: string };
  readonly hotspot?: readonly { readonly start: number; readonly end: number }[];
}
type Check = (source: string, flags: string, limits: { [name: string]: number }) => Diagnostics;

let check: Check | undefined;

/** recheck weighs 3 MB: only who publishes loads it. Its pure JavaScript needs no thread and no program of its own. */
function recheck(): Check {
  process.env['RECHECK_SYNC_BACKEND'] = 'pure';
  check ??= (createRequire(import.meta.url)('recheck') as { checkSync: Check }).checkSync;
  return check;
}

const problem = (code: string, params: Problem['params']): Problem => ({
  code,
  at: '',
  params,
  level: 'error',
});

/** First place where a pattern can be made to wait, as the author wrote it. */
function hot(source: string, found: Diagnostics): string {
  const spot = found.hotspot?.[0];
  return spot ? source.slice(spot.start, spot.end) : source;
}

/** Milliseconds that this process has worked, all threads together. */
export function workedFor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** recheck's limits are of time that passes: on a busy machine little of it was ours, and it is asked again with more. */
function analyse(source: string, milliseconds: number): Diagnostics {
  const ask = recheck();
  for (let patience = 1; ; patience *= 4) {
    const before = workedFor();
    const time = milliseconds * patience;
    const found = ask(source, 'u', {
      timeout: Math.ceil(time),
      attackTimeout: Math.ceil(time / 3),
      incubationTimeout: Math.ceil(time / 5),
      // Always the same verdict on the same pattern.
      randomSeed: 1,
    });
    if (found.status !== 'unknown' || patience >= 16 || workedFor() - before > milliseconds * 0.7)
      return found;
  }
}

/**
 * Why a pattern may not be published: it is no regular expression, it needs what linear time cannot do,
 * or some text makes it wait in the citizen's browser. `milliseconds` is how much work the analysis may be.
 */
export function patternProblem(source: string, milliseconds = 700): Problem | undefined {
  const shown = source.length > 80 ? `${source.slice(0, 80)}…` : source;
  try {
    RegExp(source, 'u');
  } catch (error) {
    return problem('pattern-invalid', { pattern: shown, detail: reason(error) });
  }
  try {
    linearPattern(source);
  } catch (error) {
    return problem('pattern-unsupported', { pattern: shown, detail: reason(error) });
  }
  const found = analyse(source, milliseconds);
  if (found.status === 'safe') return undefined;
  if (found.status === 'vulnerable')
    return problem('pattern-slow', { pattern: shown, part: hot(source, found) });
  return problem('pattern-unsure', { pattern: shown });
}

/** What the two engines say, without the pattern that they repeat. */
function reason(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  return said
    .replace(/^Invalid regular expression: \/[^]*\/u?: /u, '')
    .replace(/^error parsing regexp: /u, '');
}
