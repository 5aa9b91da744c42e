// SPDX-License-Identifier: AGPL-3.0-or-later
// What of a version goes to pages: its definition completed, and what walking it found out.
import { loadEngine } from '../../runtime/engine/load.ts';
import { completed, programOf } from '../../runtime/engine/precompute.ts';
import type { Program } from '../../runtime/engine/program.ts';
import { walk } from '../../runtime/engine/walk.ts';
import type { Definition } from '../../schemas/types.ts';
import { digest } from '../clock.ts';
import { linearPattern } from '../patterns.ts';

export interface Travelling {
  readonly definition: Definition;
  /** absent: the page walks the definition itself */
  readonly program?: Program;
}

const engine = await loadEngine(linearPattern);
const made = new Map<string, Travelling>();
const most = 100;

/** A version of old that would no longer be published goes as it is. */
export function travelling(source: Definition): Travelling {
  const hash = digest(JSON.stringify(source));
  const known = made.get(hash);
  if (known) return known;
  const fresh = walked(source);
  made.set(hash, fresh);
  if (made.size > most) made.delete(made.keys().next().value ?? '');
  return fresh;
}

/** What only the server and paper ask for. */
const kept = new Set(['x-purpose', 'x-sensitivity', 'x-print']);

/** Without what no page reads: what it gives, what it is about, in any language. */
function light({ $schema: _grammar, description: _about, gives: _gives, ...rest }: Definition): Definition {
  const spoken = Object.entries(rest.translations ?? {}).map(
    ([language, { description: _said, ...texts }]) => [language, texts],
  );
  const definition = rest.translations ? { ...rest, translations: Object.fromEntries(spoken) } : rest;
  return JSON.parse(JSON.stringify(definition, (key, value: unknown) => (kept.has(key) ? undefined : value)));
}

function walked(source: Definition): Travelling {
  try {
    const outline = walk(source, engine);
    return { definition: light(completed(outline)), program: programOf(outline) };
  } catch {
    return { definition: source };
  }
}
