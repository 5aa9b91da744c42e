// SPDX-License-Identifier: AGPL-3.0-or-later
// What makes a signature PAdES baseline B (EN 319 142-1): sixteen checks, each with its name.
import type { Words } from '../../runtime/problem.ts';
import { isName, isText } from '../pdf/objects.ts';
import { hash } from '../seal/algorithms.ts';
import { ids } from '../seal/cms.ts';
import { dotted, octets, same } from '../seal/der.ts';
import { namesItsCertificate, only, readSignedMessage, type SignedMessage } from '../seal/signed-message.ts';
import { subFilter, type SignatureInFile } from './signatures-in-file.ts';

interface Read {
  readonly file: SignatureInFile;
  /** undefined: no message can be read */
  readonly message: SignedMessage | undefined;
}

export interface Rule {
  readonly id: string;
  readonly words: Words;
  holds(read: Read): boolean;
}

const rule = (id: string, it: string, en: string, holds: Rule['holds']): Rule => ({
  id,
  words: { it, en },
  holds,
});

export const rules: readonly Rule[] = [
  rule(
    'sub-filter',
    'la firma è dichiarata ETSI.CAdES.detached',
    'the signature is declared ETSI.CAdES.detached',
    ({ file }) => subFilter(file.dictionary) === 'ETSI.CAdES.detached',
  ),
  rule(
    'filter',
    'il dizionario dice di essere una firma e chi la legge',
    'the dictionary says that it is a signature and who reads it',
    ({ file }) => {
      const type = file.dictionary.get('Type');
      return (
        isName(file.dictionary.get('Filter')) && (type === undefined || (isName(type) && type.name === 'Sig'))
      );
    },
  ),
  rule(
    'whole-file',
    'la firma copre il file dal primo byte alla fine della sua revisione',
    'the signature covers the file from its first byte to the end of its revision',
    ({ file }) => file.around[0].length > 0 && file.around[1].length > 0,
  ),
  rule(
    'message',
    'il messaggio è un CMS in DER, seguito da soli zeri',
    'the message is a CMS in DER, followed by nothing but zeros',
    ({ file, message }) => file.padding && message !== undefined,
  ),
  rule(
    'time',
    'il momento della firma sta nel dizionario (M)',
    'the time of signing stands in the dictionary (M)',
    ({ file }) => file.at !== undefined,
  ),
  rule(
    'no-cert',
    'il dizionario non contiene certificati (Cert)',
    'the dictionary holds no certificates (Cert)',
    ({ file }) => !file.dictionary.has('Cert'),
  ),
  rule(
    'one-signer',
    'il messaggio ha un solo firmatario',
    'the message has one signer',
    ({ message }) => message?.signers === 1,
  ),
  rule(
    'detached',
    'il messaggio non contiene il documento',
    'the message does not contain the document',
    ({ message }) => message !== undefined && message.content === undefined,
  ),
  rule(
    'data',
    'il contenuto è di tipo id-data',
    'the content is of type id-data',
    ({ message }) => message?.contentType === ids.data,
  ),
  rule(
    'certificate',
    'il certificato di chi firma è nel messaggio',
    'the certificate of the signer is in the message',
    ({ message }) => message?.certificate !== undefined,
  ),
  rule(
    'content-type',
    'l’attributo content-type vale id-data',
    'the attribute content-type is id-data',
    ({ message }) => {
      const value = message && only(message, ids.contentType);
      return value !== undefined && dotted(value) === ids.data;
    },
  ),
  rule(
    'message-digest',
    'l’attributo message-digest è l’impronta del documento',
    'the attribute message-digest is the hash of the document',
    ({ file, message }) =>
      message !== undefined &&
      same(only(message, ids.messageDigest), octets(hash(message.digest, ...file.around))),
  ),
  rule(
    'signing-certificate',
    'c’è un solo attributo signing-certificate e indica il certificato presente',
    'there is one attribute signing-certificate and it names the certificate that is there',
    ({ message }) =>
      message !== undefined &&
      message.attributes.has(ids.signingCertificate) !== message.attributes.has(ids.signingCertificateV2) &&
      namesItsCertificate(message),
  ),
  rule(
    'no-signing-time',
    'l’attributo signing-time non c’è',
    'there is no attribute signing-time',
    ({ message }) => message !== undefined && !message.attributes.has(ids.signingTime),
  ),
  rule(
    'one-reason',
    'il motivo non è detto due volte (Reason accanto a commitment-type o policy)',
    'the reason is not said twice (Reason beside commitment-type or policy)',
    ({ file, message }) =>
      message !== undefined &&
      !(
        isText(file.dictionary.get('Reason')) &&
        (message.attributes.has(ids.commitment) || message.attributes.has(ids.policy))
      ),
  ),
  rule(
    'order',
    'gli attributi firmati sono un SET in ordine DER',
    'the signed attributes are a SET in DER order',
    ({ message }) => message?.inOrder === true,
  ),
];

export function readMessage(file: SignatureInFile): SignedMessage | undefined {
  try {
    return readSignedMessage(file.message);
  } catch {
    return undefined;
  }
}

/** Names of the rules that a signature does not keep. */
export function brokenRules(file: SignatureInFile): string[] {
  const read = { file, message: readMessage(file) };
  return rules
    .filter((one) => {
      try {
        return !one.holds(read);
      } catch {
        return true;
      }
    })
    .map(({ id }) => id);
}
