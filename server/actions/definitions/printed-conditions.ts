// SPDX-License-Identifier: AGPL-3.0-or-later
// Named conditions that only a print template of the district asks: no rule of the form uses them, and yet they are used.
import type { Finding } from '../../../runtime/engine/contract.ts';
import type { Deps } from '../../deps.ts';
import type { Scope } from '../../storage/contract.ts';
import { kindsFor, templateInUse } from './templates.ts';

const unused = 'unused-condition';

/** The findings, without what is said of conditions that a text in use asks as `holds.<name>`. */
export async function withoutPrinted(
  deps: Pick<Deps, 'store' | 'papers' | 'catalogue'>,
  scope: Scope,
  definition: unknown,
  findings: readonly Finding[],
): Promise<readonly Finding[]> {
  if (!findings.some(({ code }) => code === unused)) return findings;
  const { id } = definition as { readonly id?: unknown };
  const kinds = (await kindsFor(deps, scope, String(id), 'it')) ?? [];
  const texts = await Promise.all(kinds.map(({ kind }) => templateInUse(deps, scope, kind)));
  const asked = new Set(
    texts.flatMap((one) =>
      [...(one?.text ?? '').matchAll(/\bholds\.([a-z0-9_-]+)/g)].map(([, name]) => name),
    ),
  );
  return findings.filter(({ code, at }) => code !== unused || !asked.has(at.slice('/conditions/'.length)));
}
