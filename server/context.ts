// SPDX-License-Identifier: AGPL-3.0-or-later
// Everything outside the answers that a version reads, as a plain value; nothing that it does not read.
import type {
  Account,
  Answers,
  Case,
  Context,
  PactTeam,
  Proposal,
  Submission,
  Version,
} from '../schemas/types.ts';
import { at as valueAt } from '../runtime/engine/pointer.ts';
import { newestVersion } from './actions/definitions/definitions.ts';
import { thingPrinted } from './authorize.ts';
import { householdAt } from './case-facts.ts';
import { digest, romeDay } from './clock.ts';
import { requestOfCase, requestWord } from './counter/word.ts';
import type { Deps } from './deps.ts';
import { listsOf, withRowsOf } from './lists.ts';
import { pactFacts, told } from './pact/facts.ts';
import { pactInForce } from './pact/in-force.ts';
import { pactLifeOf } from './pact/life.ts';
import { parameterAt, parameterRows } from './parameters.ts';
import type { Locale } from './problems.ts';
import { versionId } from './records.ts';
import type { Scope } from './storage/contract.ts';
import { withoutHidden } from './visible.ts';

/** Names that a definition mentions: lists and registers, parameters, what it reads of the case. */
export interface Mentions {
  readonly lists: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
  readonly case: ReadonlySet<string>;
  /** of what the case itself is: case:/pratica/… */
  readonly practice: ReadonlySet<string>;
}

/** Looks through the whole definition, wherever a formula or a choice may stand. */
export function mentions(definition: unknown): Mentions {
  const lists = new Set<string>();
  const parameters = new Set<string>();
  const of = new Set<string>();
  const practice = new Set<string>();
  const first = (value: unknown): string => {
    const one: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof one === 'string') return one;
    const said = (one as { text?: unknown } | null | undefined)?.text;
    return typeof said === 'string' ? said : '';
  };
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      const [, name] = /^case:\/([^/]+)/.exec(value) ?? [];
      if (name) of.add(name);
      const [, part] = /^case:\/pratica\/([^/]+)/.exec(value) ?? [];
      if (part) practice.add(part);
      const [, list] = /^(?:list|register):(.+)$/.exec(value) ?? [];
      if (list) lists.add(list);
    } else if (Array.isArray(value)) value.forEach(look);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'param') parameters.add(first(inner));
        if (key === 'lookup') lists.add(first(inner).replace(/^(list|register):/, ''));
        look(inner);
      }
    }
  };
  look(definition);
  return { lists, parameters, case: of, practice };
}

/** For whom and for which case a context is made. */
export interface ContextOf {
  readonly scope: Scope;
  readonly version: Pick<Version, 'source'>;
  readonly case?: { readonly id: string; readonly value: Case };
  readonly role: string;
  readonly locale: Locale;
  /** with what the district's rules propose for it: for whoever writes, never kept */
  readonly proposes?: true;
  /** answers whose rows of long lists the context must carry */
  readonly answers?: unknown;
}

/** Makes the context of a version for a role, today, in a case or without one. */
export async function buildContext(deps: Deps, of: ContextOf): Promise<Context> {
  const today = deps.clock.today();
  const proposals = proposalsFor(deps, of);
  const named = mentions([of.version.source, proposals]);
  const read = of.case ? await caseOf(deps, of, of.case, named, today) : {};
  return {
    today,
    referenceDate: today,
    parameters: parametersAt(deps, of.scope.district, of.case?.value.measure, named.parameters, today),
    ...listsOf(deps, of.scope.district, named.lists, [of.answers, read], today),
    case: read,
    role: of.role,
    locale: of.locale,
    ...(proposals.length > 0 ? { proposals: [...proposals] } : {}),
  };
}

/** What the district and the measure propose in this definition. */
function proposalsFor(deps: Deps, of: ContextOf): readonly Proposal[] {
  const life = of.proposes && of.case && pactLifeOf(deps.catalogue, of.scope.district, of.case.value.measure);
  return (life && life.definition === of.version.source.id && life.proposals) || [];
}

/** Dated parameters in force on a date: those of the case's measure, else of another one that the district runs. */
export function parametersAt(
  deps: Pick<Deps, 'catalogue'>,
  district: string,
  measure: string | undefined,
  names: ReadonlySet<string>,
  date: string,
): Context['parameters'] {
  const all = parameterRows(deps.catalogue, district, measure);
  const found: Context['parameters'] = {};
  for (const name of names) {
    const row = parameterAt(all, name, date);
    if (row) found[name] = { value: row.value, source: row.source, from: row.from };
  }
  return found;
}

/** Household on the date, and the latest answers of each definition that is read, without what the role may not see. */
async function caseOf(
  deps: Deps,
  of: ContextOf,
  kase: { readonly id: string; readonly value: Case },
  { case: names, practice }: Pick<Mentions, 'case' | 'practice'>,
  date: string,
): Promise<Context['case']> {
  const read: Context['case'] = {};
  if (names.has('nucleo')) {
    const composition = householdAt(kase.value, date);
    if (composition) read.nucleo = structuredClone(composition.members);
  }
  const life = pactLifeOf(deps.catalogue, of.scope.district, kase.value.measure);
  // What the case itself is, for what is asked under one measure only.
  if (names.has('pratica'))
    read['pratica'] = {
      misura: kase.value.measure,
      comune: kase.value.comune,
      ...(await workersOf(deps, of.scope, kase, life?.team, practice)),
    };
  if (names.has('richiesta')) {
    const request = await requestOfCase(deps, of.scope, kase.id);
    if (request) read['richiesta'] = requestWord(deps, request);
  }
  if (names.has('documenti')) read['documenti'] = await actsOf(deps, of.scope, kase.id);
  if (names.has('patto') && life)
    read['patto'] = told(await pactFacts(deps, of.scope, kase, life), kase.value, life);
  for (const name of names) {
    if (own.has(name)) continue;
    // A pact is what all have signed, whatever is being written since.
    const signed = name === life?.definition && (await pactInForce(deps, of.scope, kase.id, life));
    const latest = (signed && signed.submission) || (await latestSubmission(deps, of.scope, kase.id, name));
    if (!latest) continue;
    const version = await deps.store.get<Version>(
      of.scope,
      'versions',
      versionId(name, latest.value.version),
    );
    if (version) read[name] = withoutHidden(deps.forms.outline(version.value), latest.value.answers, of.role);
  }
  return read;
}

/** A stored context as somebody else reads it, beside the answers that they see: without what is not theirs to see. */
export async function contextSeen(
  deps: Deps,
  scope: Scope,
  context: Context,
  role: string,
  reads: (id: string, kind: Version['kind']) => boolean,
  answers: Answers,
): Promise<Context> {
  const seen: Context['case'] = {};
  for (const [name, value] of Object.entries(context.case)) {
    if (name === 'nucleo') {
      seen[name] = value as NonNullable<Context['case']['nucleo']>;
      continue;
    }
    if (own.has(name)) {
      seen[name] = value as Answers;
      continue;
    }
    const version = await newestVersion(deps, scope, name);
    if (version && reads(name, version.kind))
      seen[name] = withoutHidden(deps.forms.outline(version), value as Answers, role);
  }
  return withRowsOf({ ...context, case: seen }, answers);
}

/** Who writes (`operatore`), who follows the case (`equipe`), and those beside the first of them (`altri`). */
async function workersOf(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  kase: { readonly id: string; readonly value: Case },
  team: PactTeam | undefined,
  wanted: ReadonlySet<string>,
): Promise<Answers> {
  const known = async (id: string) => {
    const account = await deps.store.get<Account>(scope, 'accounts', id);
    if (!account) return [];
    const { name, profile, employer } = account.value;
    const row = { id: digest(id).slice(0, 11), nome: name, profilo: profile };
    return [employer ? { ...row, ente: employer } : row];
  };
  const [writer] = wanted.has('operatore') ? await known(scope.actor) : [];
  const asked = wanted.has('equipe') || wanted.has('altri');
  const assigned = asked ? (await Promise.all(kase.value.assigned.map(known))).flat() : [];
  const written = asked && team ? await latestSubmission(deps, scope, kase.id, team.definition) : undefined;
  const rows = written && team ? valueAt(written.value.answers, team.rows) : undefined;
  const others = Array.isArray(rows) ? (rows as unknown[]) : assigned.slice(1);
  return {
    ...(writer ? { operatore: writer } : {}),
    ...(wanted.has('equipe') ? { equipe: [...assigned.slice(0, 1), ...others] } : {}),
    ...(wanted.has('altri') ? { altri: others } : {}),
  };
}

/** What a case tells of itself: no answers to a definition. */
const own: ReadonlySet<string> = new Set([
  'nucleo',
  'pratica',
  'documenti',
  'patto',
  'richiesta',
  'sportello',
]);

/** The newest act in force of each kind: its number, its version and the day of its issue. Of reserved ones nothing. */
async function actsOf(deps: Pick<Deps, 'store' | 'catalogue'>, scope: Scope, kase: string): Promise<Answers> {
  const where = { case: kase, copy: 'family' };
  const { items } = await deps.store.list(scope, 'documents', { where, limit: 200 });
  const inForce = items
    .map(({ fields }) => fields)
    .filter(({ state }) => state === 'issued' || state === 'sealed')
    .filter(({ kind }) => thingPrinted(deps, scope.district, String(kind)) !== 'reserved')
    .sort((a, b) => (String(a['issuedAt']) < String(b['issuedAt']) ? -1 : 1));
  return Object.fromEntries(
    inForce.map(({ kind, number, revision, issuedAt }) => [
      String(kind),
      { numero: String(number), versione: Number(revision), emesso: romeDay(String(issuedAt)) },
    ]),
  );
}

/** The newest answers to a definition within a case, among those that stand. */
export async function latestSubmission(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  kase: string,
  definition: string,
) {
  const where = { case: kase, definition, replaced: false };
  const { items } = await deps.store.list(scope, 'submissions', { where, newestFirst: true, limit: 200 });
  // One that took a wrong one's place stands where that one stood. The sort keeps the newest change first.
  const [newest] = items.toSorted((a, b) =>
    String(b.fields['stands']).localeCompare(String(a.fields['stands'])),
  );
  return newest && deps.store.get<Submission>(scope, 'submissions', newest.id);
}
