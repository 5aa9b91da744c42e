// SPDX-License-Identifier: AGPL-3.0-or-later
// A district's own print templates: numbered texts of a document kind, the newest in use. None is ever changed.
import type { Account, Answers, Case, Definition, Submission, Version } from '../../../schemas/types.ts';
import type { Deps, TemplateDesk } from '../../deps.ts';
import { keepNew, refusal } from '../../keep.ts';
import { refuse, type Locale, type Refusal } from '../../problems.ts';
import type { KeptDefinition, KeptTemplateText } from '../../records.ts';
import type { Person } from '../../sessions.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { trialContext } from './families.ts';

const idOf = (kind: string, number: number): string => `${kind}@${number}`;

/** Number of the newest text; 0: the district has none of its own. */
async function newestNumber(deps: Pick<Deps, 'store'>, scope: Scope, kind: string): Promise<number> {
  const query = { where: { kind }, limit: 200 };
  const { items } = await deps.store.list(scope, 'templates', query);
  return Math.max(0, ...items.map(({ fields }) => Number(fields['number'])));
}

/** The text in use; undefined: ours. */
export async function templateInUse(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  kind: string,
): Promise<{ readonly text: string; readonly number: number } | undefined> {
  const number = await newestNumber(deps, scope, kind);
  const kept = await deps.store.get<KeptTemplateText>(scope, 'templates', idOf(kind, number));
  return kept?.value.text === undefined ? undefined : { text: kept.value.text, number };
}

/** Kinds of document that can print a definition, those that the district makes of it first; undefined: no such definition. */
export async function kindsFor(
  deps: Pick<Deps, 'store' | 'papers' | 'catalogue'>,
  scope: Scope,
  definition: string,
  locale: Locale,
) {
  const kept = await deps.store.get<KeptDefinition>(scope, 'definitions', definition);
  if (!kept) return undefined;
  const phases = deps.catalogue.districts.get(scope.district)?.phases ?? [];
  const made = new Set(
    phases
      .flatMap(({ documents }) => documents ?? [])
      .flatMap((one) => (one.definition === definition ? [one.kind] : [])),
  );
  return deps.papers.kinds
    .filter(({ prints }) => prints === kept.value.definition.kind)
    .map(({ kind, words }) => ({ kind, title: words[locale], made: made.has(kind) }))
    .sort((a, b) => Number(b.made) - Number(a.made));
}

export interface TemplateMoment {
  readonly number: number;
  readonly at: string;
  /** name of the person */
  readonly by: string;
  /** absent: from then on ours again */
  readonly text?: string;
}

/** Every text there was, the newest first. */
export async function templateHistory(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  kind: string,
): Promise<readonly TemplateMoment[]> {
  const { items } = await deps.store.list(scope, 'templates', { where: { kind }, limit: 200 });
  const kept = await Promise.all(
    items.map(({ id }) => deps.store.get<KeptTemplateText>(scope, 'templates', id)),
  );
  const found = kept.filter((one) => one !== undefined).sort((a, b) => b.value.number - a.value.number);
  return Promise.all(
    found.map(async ({ value: { number, by, text }, createdAt }) => {
      const account = await deps.store.get<Account>(scope, 'accounts', by);
      return {
        number,
        at: createdAt,
        by: account?.value.name ?? '',
        ...(text === undefined ? {} : { text }),
      };
    }),
  );
}

export interface GivenTemplate {
  /** id of the definition it is written for */
  readonly definition: string;
  /** absent: back to ours */
  readonly text?: string;
  /** number of the newest text that the person knew of */
  readonly after: number;
}

/** What a text may say for the definition as it is being edited. */
export async function deskOf(
  deps: Deps,
  scope: Scope,
  kind: string,
  definition: string,
): Promise<
  { readonly ok: true; readonly desk: TemplateDesk; readonly kept: Kept<KeptDefinition> } | Refusal
> {
  const kept = await deps.store.get<KeptDefinition>(scope, 'definitions', definition);
  const desk = kept && (await deps.papers.template(kind, kept.value.definition));
  return kept && desk ? { ok: true, desk, kept } : refuse('not-found');
}

/** Puts a text into use for every document of its kind that is issued from now on. */
export async function useTemplate(
  deps: Deps,
  scope: Scope,
  kind: string,
  { definition, text, after }: GivenTemplate,
): Promise<{ readonly ok: true; readonly number: number } | Refusal> {
  const found = await deskOf(deps, scope, kind, definition);
  if (!found.ok) return found;
  const problems = text === undefined ? [] : found.desk.check(text);
  if (problems[0]) return { ok: false, problem: problems[0], problems };
  const number = after + 1;
  if ((await newestNumber(deps, scope, kind)) !== after) return refuse('conflict', { rev: after });
  const value: KeptTemplateText = { kind, number, by: scope.actor, ...(text === undefined ? {} : { text }) };
  const object = idOf(kind, number);
  const made = await keepNew(
    deps,
    scope,
    { action: 'template.use', object },
    'templates',
    () => value,
    undefined,
  );
  return made.ok ? { ok: true, number } : refusal(made);
}

/** The document as it would be with these answers: marked on every page, kept nowhere. */
export async function previewDocument(
  deps: Deps,
  scope: Scope,
  person: Person,
  given: {
    readonly kind: string;
    readonly definition: string;
    readonly text: string;
    readonly answers: Answers;
  },
  locale: Locale,
): Promise<{ readonly ok: true; readonly bytes: Uint8Array } | Refusal> {
  const { kind, text } = given;
  const found = await deskOf(deps, scope, kind, given.definition);
  if (!found.ok) return found;
  const problems = found.desk.check(text);
  if (problems[0]) return { ok: false, problem: problems[0], problems };
  const district = deps.catalogue.districts.get(scope.district);
  const measure = deps.catalogue.measures.get(district?.measures[0] ?? '');
  if (!district) return refuse('not-found');
  const source: Definition = found.kept.value.definition;
  const context = await trialContext(deps, scope, found.kept.value, 'case-manager', locale);
  const hash = '0'.repeat(64);
  const outline = deps.forms.outline({ source, hash: `preview ${source.id} ${found.kept.rev}` });
  const { answers } = deps.forms.settle(outline, given.answers, context);
  const { name, profile } = person.account.value;
  const made = await deps.papers.issue({
    district,
    case: {
      number: 'BOZZA',
      comune: district.lead ?? district.comuni[0]?.id ?? '',
      measure: measure?.id ?? '',
      name: '',
    } as Case,
    submission: { answers, context } as Submission,
    version: { source, number: 0, hash, title: source.title } as Version,
    context,
    kind,
    copy: 'family',
    number: 'BOZZA',
    revision: 0,
    code: '0000-0000-0000',
    verifyAt: 'https://patto.invalid/verify#0000-0000-0000',
    issuedAt: deps.clock.instant(),
    issuedBy: { name, profile },
    measureName: measure?.name ?? '',
    pactName: measure?.pactName ?? source.title,
    template: { text, number: 0 },
    draft: true,
  });
  return made.ok ? { ok: true, bytes: made.value.bytes } : made;
}
