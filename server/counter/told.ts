// SPDX-License-Identifier: AGPL-3.0-or-later
// What answers without a case tell: whose they are, where, dates, and what lists show and count. Pure but for the engine.
import { at as valueAt } from '../../runtime/engine/pointer.ts';
import type { Answers, Case, Context, Version } from '../../schemas/types.ts';
import { tellCase } from '../actions/cases/tell-case.ts';
import type { Deps } from '../deps.ts';

export interface Told {
  readonly name: string;
  readonly dates: { readonly [key: string]: string };
  /** label → text; nothing on health, violence or justice */
  readonly facts: { readonly [label: string]: string };
  readonly counts: { readonly [word: string]: unknown };
  /** id of a comune of the district, where the answers name one */
  readonly comune: string | undefined;
}

const untold: readonly (string | undefined)[] = ['health', 'violence', 'judicial'];
const nobody: Pick<Case, 'name' | 'household' | 'dates' | 'facts' | 'counts'> = {
  name: '',
  household: [],
  dates: {},
  facts: {},
};

/** `day`: ISO date of the answers. */
export function toldBy(
  deps: Pick<Deps, 'forms' | 'catalogue'>,
  district: string,
  version: Version,
  answers: Answers,
  context: Context,
  day: string,
): Told {
  const outline = deps.forms.outline(version);
  const sensitivity = (pointer: string) => outline.byPointer.get(pointer)?.schema['x-sensitivity'];
  const told = tellCase(nobody, {
    definition: version.source,
    answers,
    submission: '',
    from: day,
    text: (pointer) =>
      untold.includes(sensitivity(pointer)) ? '' : deps.forms.text(outline, pointer, answers, context),
    sensitivity,
  });
  return {
    name: told.name,
    dates: told.dates,
    facts: told.facts,
    counts: told.counts?.[version.definition] ?? {},
    comune: comuneIn(deps, district, version.source.gives?.comune, answers),
  };
}

/** The comune that answers concern: where the definition says, else the first answer that is named so. */
export function comuneIn(
  deps: Pick<Deps, 'catalogue'>,
  district: string,
  pointer: string | undefined,
  answers: Answers,
): string | undefined {
  const known = new Set(deps.catalogue.districts.get(district)?.comuni.map(({ id }) => id));
  const said = pointer === undefined ? undefined : valueAt(answers, pointer);
  return typeof said === 'string' && known.has(said) ? said : findComune(answers, known);
}

function findComune(value: unknown, known: ReadonlySet<string>): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (key.startsWith('comune') && typeof inner === 'string' && known.has(inner)) return inner;
    const below = findComune(inner, known);
    if (below) return below;
  }
  return undefined;
}
