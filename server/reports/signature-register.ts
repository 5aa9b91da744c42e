// SPDX-License-Identifier: AGPL-3.0-or-later
// Who signed what in a case, over all its documents.
import type { Document } from '../../schemas/types.ts';
import type {
  RegisteredSignature,
  SignatureRegister,
} from '../../templates/documents/signature-register/content.ts';
import { documentKinds } from '../../templates/index.ts';
import { namesOf } from '../names.ts';
import { listAll } from '../storage/list-all.ts';
import { thingPrinted } from '../authorize.ts';
import { scopeOf } from '../sessions.ts';
import type { CaseReport } from './contract.ts';

export const signatureRegister: CaseReport<SignatureRegister> = {
  kind: 'signature-register',
  async gather(deps, person, kase) {
    const scope = scopeOf(person);
    const items = await listAll(deps, scope, 'documents', { where: { case: kase.id, copy: 'family' } });
    const kept = await Promise.all(items.map(({ id }) => deps.store.get<Document>(scope, 'documents', id)));
    const documents = kept
      .flatMap((one) => (one && one.value.signers.length > 0 ? [one.value] : []))
      // What is reserved is not told to all who may open the register.
      .filter(({ kind }) => thingPrinted(deps, scope.district, kind) === 'document')
      .toSorted((a, b) => (a.issuedAt < b.issuedAt ? -1 : 1));
    const nameOf = await namesOf(
      deps,
      scope,
      documents.flatMap(({ signatures }) => signatures.map(({ registeredBy }) => registeredBy)),
    );
    const content: SignatureRegister = {
      case: kase.value.number,
      documents: documents.map((one) => ({
        title: documentKinds.find(({ kind }) => kind === one.kind)?.words.it ?? one.kind,
        number: one.number,
        revision: one.revision,
        issuedAt: one.issuedAt,
        sealedAt: one.seal?.at ?? '',
        signatures: one.signers.map((signer) => rowOf(one, signer, nameOf)),
      })),
    };
    return { ok: true, gathered: { content, title: kase.value.number } };
  },
};

function rowOf(
  document: Document,
  signer: Document['signers'][number],
  nameOf: (id: string) => string,
): RegisteredSignature {
  const found = document.signatures.find((one) => one.signer === signer.id);
  const { name, role } = signer;
  if (!found)
    return { name, role, mode: 'awaited', at: '', place: '', identified: '', by: '', note: '', sha256: '' };
  const { mode, at, place = '', identified, registeredBy, reason = '', original = '', sha256 } = found;
  const by = nameOf(registeredBy);
  return { name, role, mode, at, place, identified, by, note: reason || original, sha256 };
}
