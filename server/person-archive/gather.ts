// SPDX-License-Identifier: AGPL-3.0-or-later
// Everything that is held about one person, over the cases where they are or were in the household.
import type { FieldNode, Outline } from '../../runtime/engine/contract.ts';
import type { Answers, Case, Context, Document, Submission, Version } from '../../schemas/types.ts';
import { whoHasSeen } from '../actions/file/seen.ts';
import { codeKey } from '../actions/cases/placed.ts';
import { accountsOf } from '../names.ts';
import { filesNamed } from '../actions/drafts/named-files.ts';
import { listAll } from '../storage/list-all.ts';
import { thingOf, thingPrinted } from '../authorize.ts';
import type { Deps } from '../deps.ts';
import { listRows } from '../lists.ts';
import { membersOf } from '../members.ts';
import type { KeptArchive, KeptAttachment, KeptNote } from '../records.ts';
import { versionId } from '../records.ts';
import type { Person } from '../sessions.ts';
import type { Kept, Scope } from '../storage/contract.ts';
import type { CasePart, PersonArchive } from './contents.ts';
import { appointmentsOf, sendingsOf } from './meetings.ts';
import { isAboutAnother, ownPart } from './own-part.ts';

/** The role for whose eyes the rest is left out, and what it sees of answers only with what is delicate. */
const role = 'coordinator';
/** no day is after it */
const endless = '9999-12-31';
const guarded: readonly string[] = ['violence', 'judicial'];

/** Bytes of a file of the archive, by the id that the store has them under. */
export interface Bytes {
  readonly path: string;
  readonly id: string;
}
interface Gathered {
  readonly all: PersonArchive;
  readonly files: readonly Bytes[];
}
type Given = Required<Pick<KeptArchive, 'gives'>>['gives'];

export async function gatherPerson(
  deps: Deps,
  person: Person,
  archive: KeptArchive,
  gives: Given,
): Promise<Gathered> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const files: Bytes[] = [];
  const parts: CasePart[] = [];
  for (const { kase, row } of await casesWith(deps, person, archive))
    parts.push(await partOf(deps, person, scope, kase, row, gives, files));
  return {
    all: {
      person: archive.name,
      district: deps.catalogue.districts.get(scope.district)?.name ?? scope.district,
      made: deps.clock.today(),
      purpose: archive.purpose,
      cases: parts,
    },
    files,
  };
}

/** The case that was asked about, and the others within the person's comuni that the same tax code stands in. */
export async function casesWith(deps: Deps, person: Person, archive: KeptArchive) {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const first = await deps.store.get<Case>(scope, 'cases', archive.case);
  const member = first && membersOf(first.value).find(({ id }) => id === archive.person);
  if (!first || !member) return [];
  const found = [{ kase: first, row: member.id }];
  if (!member.taxCode) return found;
  const codes = codeKey(deps, scope.district, member.taxCode);
  const { comuni } = person.account.value;
  for (const { id, fields } of await listAll(deps, scope, 'cases', { contains: { codes } })) {
    if (id === first.id || (comuni.length > 0 && !comuni.includes(String(fields['comune'])))) continue;
    const kase = await deps.store.get<Case>(scope, 'cases', id);
    const row = kase && membersOf(kase.value).find(({ taxCode }) => taxCode === member.taxCode);
    if (kase && row) found.push({ kase, row: row.id });
  }
  return found;
}

async function partOf(
  deps: Deps,
  person: Person,
  scope: Scope,
  kase: Kept<Case>,
  row: string,
  gives: Given,
  files: Bytes[],
): Promise<CasePart> {
  const { number, measure, comune, openedAt, origin } = kase.value;
  const member = membersOf(kase.value).find(({ id }) => id === row);
  const folder = `pratica-${number.replace(/[^\w.-]+/g, '-')}`;
  const take = (path: string, id: string): string => {
    const full = `${folder}/${path}`;
    files.push({ path: full, id });
    return full;
  };
  const seen = await whoHasSeen(
    deps,
    person,
    { case: kase.id, from: openedAt.slice(0, 10), to: endless },
    'it',
  );
  const district = deps.catalogue.districts.get(scope.district);
  const { own, others } = await submissionsOf(deps, scope, kase, row, gives, take);
  return {
    number,
    measure: deps.catalogue.measures.get(measure)?.name ?? measure,
    comune: district?.comuni.find(({ id }) => id === comune)?.name ?? comune,
    opened: openedAt,
    member: { from: member?.from ?? '', ...(member?.to === undefined ? {} : { to: member.to }) },
    ...(origin ? { origin: { district: origin.district, number: origin.number } } : {}),
    submissions: own,
    documents: await documentsOf(deps, scope, kase, others, take),
    notes: await notesOf(deps, scope, kase, row, gives),
    attachments: await attachmentsOf(deps, scope, kase, row, gives, take),
    appointments: await appointmentsOf(deps, scope, kase.id, others),
    sendings: await sendingsOf(deps, scope, kase.id, row),
    accesses: seen.ok
      ? seen.value.rows.map(({ day, profile, name, what }) => ({ day, profile: profile || name, what }))
      : [],
  };
}

async function submissionsOf(
  deps: Deps,
  scope: Scope,
  kase: Kept<Case>,
  row: string,
  gives: Given,
  take: (path: string, id: string) => string,
) {
  const items = await listAll(deps, scope, 'submissions', { where: { case: kase.id } });
  const out: CasePart['submissions'][number][] = [];
  const others = new Set<string>();
  const whose = { person: row, household: new Set(membersOf(kase.value).map(({ id }) => id)) };
  for (const { id } of items) {
    const kept = await deps.store.get<Submission>(scope, 'submissions', id);
    const version =
      kept &&
      (await deps.store.get<Version>(
        scope,
        'versions',
        versionId(kept.value.definition, kept.value.version),
      ));
    if (!kept || !version) continue;
    // What is of a court is asked of the court.
    if (thingOf(deps, scope.district, kept.value.definition, version.value.kind) === 'reserved') continue;
    const outline = deps.forms.outline(version.value);
    if (isAboutAnother(outline, kept.value.answers, whose)) {
      others.add(id);
      continue;
    }
    const answers = ownPart(outline, kept.value.answers, {
      ...whose,
      gives: (node) => given(node, gives),
    });
    out.push({
      title: version.value.title,
      version: kept.value.version,
      at: kept.value.submittedAt,
      lines: linesOf(deps, outline, answers, kept.value.context),
      answers,
      files: filesNamed(outline, answers).map(({ file: { id: file, name, sha256 } }) => ({
        name,
        file: take(`moduli/${file.slice(0, 6)}-${name.replace(/[^\w.-]+/gu, '_')}`, file),
        sha256,
      })),
    });
  }
  return { own: out, others };
}

function given(node: FieldNode, gives: Given): boolean {
  if (node.schema['x-drawn'] === false) return false;
  if (gives.delicate) return true;
  return (
    (node.visibleTo === undefined || node.visibleTo.includes(role)) &&
    !guarded.includes(node.schema['x-sensitivity'] ?? 'common')
  );
}

/** Answers in words, under the title of the rows that they stand in. */
function linesOf(deps: Deps, outline: Outline, answers: Answers, context: Context) {
  const lines: CasePart['submissions'][number]['lines'][number][] = [];
  const look = (nodes: readonly FieldNode[], holder: unknown, at: string, of: string): void => {
    if (typeof holder !== 'object' || holder === null) return;
    for (const node of nodes) {
      const value = (holder as { readonly [key: string]: unknown })[node.key];
      if (value === undefined) continue;
      const place = `${at}/${node.key}`;
      const title = node.schema.title ?? node.key;
      if (node.type.nests === 'rows' && Array.isArray(value))
        value.forEach((row: unknown, index) =>
          look(node.children, row, `${place}/${index}`, `${title} (${index + 1})`),
        );
      else if (node.type.nests === 'group') look(node.children, value, place, title);
      else {
        const text = deps.forms.text(outline, place, answers, { ...context, locale: 'it' });
        if (text !== '') lines.push({ title, text, of });
      }
    }
  };
  look(
    outline.fields.filter(({ parent }) => parent === undefined),
    answers,
    '',
    '',
  );
  return lines;
}

async function documentsOf(
  deps: Deps,
  scope: Scope,
  kase: Kept<Case>,
  others: ReadonlySet<string>,
  take: (path: string, id: string) => string,
) {
  const items = await listAll(deps, scope, 'documents', { where: { case: kase.id, copy: 'family' } });
  const out: CasePart['documents'][number][] = [];
  for (const { id } of items) {
    const kept = await deps.store.get<Document>(scope, 'documents', id);
    const newest = kept?.value.files.at(-1);
    if (!kept || !newest || thingPrinted(deps, scope.district, kept.value.kind) === 'reserved') continue;
    const kind = deps.papers.kinds.find((one) => one.kind === kept.value.kind);
    // what offices write to each other is no copy of the family
    if (kind?.act !== 'family' || others.has(kept.value.submission ?? '')) continue;
    const { number, revision, issuedAt, state } = kept.value;
    const name = `${number}-${revision}.pdf`.replace(/[^\w.-]+/g, '-');
    out.push({
      title: kind.words.it,
      number,
      revision,
      at: issuedAt,
      state,
      file: take(`documenti/${name}`, newest.blob),
    });
  }
  return out;
}

async function notesOf(deps: Deps, scope: Scope, kase: Kept<Case>, row: string, gives: Given) {
  const titles = new Map(listRows(deps, scope.district, 'tipi-nota')?.map((one) => [one.id, one.title]));
  const items = await listAll(deps, scope, 'notes', { where: { case: kase.id } });
  const kept = await Promise.all(items.map(({ id }) => deps.store.get<KeptNote>(scope, 'notes', id)));
  const own = kept
    .flatMap((one) => (one ? [one.value] : []))
    // What somebody wrote for nobody else leaves with nobody.
    .filter(({ readers }) => readers === 'family' || (readers === 'team' && gives.team))
    .filter(({ people }) => people.length === 0 || people.includes(row))
    .toSorted((a, b) => a.at.localeCompare(b.at));
  const authors = await accountsOf(
    deps,
    scope,
    own.map(({ by }) => by),
  );
  return own.map(({ kind, at, by, text }) => ({
    kind: titles.get(kind) ?? kind,
    at,
    by: authors.get(by)?.profile ?? '',
    text,
  }));
}

async function attachmentsOf(
  deps: Deps,
  scope: Scope,
  kase: Kept<Case>,
  row: string,
  gives: Given,
  take: (path: string, id: string) => string,
) {
  const kinds = new Map(listRows(deps, scope.district, 'tipi-allegato')?.map((one) => [one.id, one]));
  const items = await listAll(deps, scope, 'attachments', { where: { case: kase.id } });
  const out: CasePart['attachments'][number][] = [];
  for (const { id } of items) {
    const kept = await deps.store.get<KeptAttachment>(scope, 'attachments', id);
    if (!kept) continue;
    const { readers, person, kind, date, about = '', file } = kept.value;
    const roles = kinds.get(kind)?.['ruoli'];
    const seen = !Array.isArray(roles) || roles.includes(role) || gives.delicate;
    if (!(readers === 'family' || (readers === 'team' && gives.team)) || !seen) continue;
    if (person !== undefined && person !== row) continue;
    out.push({
      kind: kinds.get(kind)?.title ?? kind,
      date,
      about,
      file: take(`allegati/${date}-${id.slice(0, 6)}-${file.name.replace(/[^\w.-]+/gu, '_')}`, id),
      sha256: file.sha256,
    });
  }
  return out;
}
