// SPDX-License-Identifier: AGPL-3.0-or-later
// What is handed to an archive: the file, its metadata, its page for the screen, the hashes of them all.
import { strToU8, zipSync } from 'fflate';
import type { Account, Case, Document, Submission, Version } from '../../../schemas/types.ts';
import { metadataOf } from '../../archive/metadata.ts';
import { xmlOf } from '../../archive/xml.ts';
import { digest } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { refuse, type Refusal } from '../../problems.ts';
import { versionId } from '../../records.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { version as program } from '../../version.ts';
import { twinId } from './print-acts.ts';
import { kindTitle } from './show-jobs.ts';

/** The first day that a ZIP can tell: the same document gives the same package. */
const moment = new Date(1980, 0, 1);
const endings: { readonly [type: string]: string } = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

const pathOf = (type: string, place: number): string => `allegati/${place + 1}.${endings[type] ?? 'bin'}`;

/** The version of the definition whose submission a document prints; undefined: it prints none. */
async function printed(deps: Deps, scope: Scope, id: string | undefined) {
  const submission =
    id === undefined ? undefined : await deps.store.get<Submission>(scope, 'submissions', id);
  if (!submission) return undefined;
  const { definition, version: number } = submission.value;
  const version = await deps.store.get<Version>(scope, 'versions', versionId(definition, number));
  return { id: definition, title: version?.value.title ?? definition, number };
}

export async function packageDocument(
  deps: Deps,
  scope: Scope,
  kase: Kept<Case> | undefined,
  { id, value: document }: Kept<Document>,
): Promise<{ readonly ok: true; readonly bytes: Uint8Array; readonly name: string } | Refusal> {
  const district = deps.catalogue.districts.get(scope.district);
  const newest = document.files.at(-1);
  const file = newest && (await deps.store.getBytes(scope, newest.blob));
  if (!district || !file) return refuse('not-found');
  const author = await deps.store.get<Account>(scope, 'accounts', document.issuedBy);
  const scans = document.scans ?? [];
  const metadata = metadataOf({
    district,
    case: kase?.value,
    document,
    title: kindTitle(deps, document.kind, 'it'),
    definition: await printed(deps, scope, document.submission),
    names: author ? { [document.issuedBy]: author.value.name } : {},
    version: program,
    ...(await deps.papers.factsOf(file)),
    attachments: scans.map(({ type, sha256 }, place) => ({ path: pathOf(type, place), sha256 })),
  });
  const name = `${document.number}-${document.revision}`.replace(/[^\w.-]+/g, '-');
  const twin = await deps.store.getBytes(scope, twinId(id));
  const files: { [path: string]: Uint8Array } = {
    [`${name}.pdf`]: file,
    ...(twin ? { [`${name}.html`]: twin } : {}),
    'metadati.json': strToU8(`${JSON.stringify(metadata, null, 2)}\n`),
    'metadati.xml': strToU8(xmlOf('DocumentoInformatico', metadata)),
  };
  for (const [place, scan] of scans.entries()) {
    const bytes = await deps.store.getBytes(scope, scan.blob);
    if (!bytes) return refuse('damaged');
    files[pathOf(scan.type, place)] = bytes;
  }
  // As `sha256sum -c impronte.sha256` reads it.
  const hashes = Object.entries(files).map(([path, bytes]) => `${digest(bytes)}  ${path}\n`);
  files['impronte.sha256'] = strToU8(hashes.join(''));
  return { ok: true, bytes: zipSync(files, { mtime: moment }), name: `${name}.zip` };
}
