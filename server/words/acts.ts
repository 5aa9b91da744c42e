// SPDX-License-Identifier: AGPL-3.0-or-later
// What was done, by the name that the audit gives it, as who asks "who has seen" reads it.
import type { Words } from '../../runtime/problem.ts';

/** saw it on a screen; put it on paper or took a copy; took it out of the house; changed something */
export type Way = 'saw' | 'printed' | 'exported' | 'wrote';
interface Act {
  readonly way: Way;
  readonly words: Words;
}
const act = (way: Way, it: string, en: string): Act => ({ way, words: { it, en } });

/** By action. What is not here is told by the end of its name. */
export const acts: { readonly [action: string]: Act } = {
  'case.read': act('saw', 'ha aperto la pratica', 'opened the case'),
  'draft.read': act('saw', 'ha letto una bozza', 'read a draft'),
  'draft.merge': act('saw', 'ha unito una bozza alla sua', 'merged a draft'),
  'submission.read': act('saw', 'ha letto una compilazione', 'read a form'),
  'share.read': act('saw', 'ha letto la sua parte del patto', 'read their part of the pact'),
  'share.list': act('saw', 'ha letto la sua parte dei patti', 'read their part of pacts'),
  'request.read': act('saw', 'ha letto una domanda', 'read a request'),
  'diary.read': act('saw', 'ha letto il diario', 'read the diary'),
  'attachment.list': act('saw', 'ha visto l’elenco degli allegati', 'saw the list of attachments'),
  'seen.read': act('saw', 'ha chiesto chi ha visto la pratica', 'asked who has seen the case'),
  'document.read-ahead': act('saw', 'ha provato un documento', 'tried a document'),
  'document.read': act('printed', 'ha aperto un documento', 'opened a document'),
  'document.issue': act('printed', 'ha emesso un documento', 'issued a document'),
  'document.print': act('printed', 'ha stampato un documento in serie', 'printed a document in a series'),
  'attachment.read': act('exported', 'ha scaricato un allegato', 'downloaded an attachment'),
  'export.make': act('exported', 'ha preparato un’esportazione di dati', 'prepared an export of data'),
  'export.read': act('exported', 'ha scaricato un’esportazione di dati', 'downloaded an export of data'),
  'archive.ask': act('wrote', 'ha chiesto l’archivio di una persona', 'asked for the archive of a person'),
  'archive.decide': act(
    'wrote',
    'ha deciso sull’archivio di una persona',
    'decided on the archive of a person',
  ),
  'archive.read': act(
    'exported',
    'ha scaricato l’archivio di una persona',
    'downloaded the archive of a person',
  ),
  'integrator.submissions': act('exported', 'ha letto compilazioni', 'read forms'),
  'case.open': act('wrote', 'ha aperto la pratica per la prima volta', 'opened the case for the first time'),
  'case.assign': act('wrote', 'ha assegnato la pratica', 'assigned the case'),
  'draft.start': act('wrote', 'ha cominciato una compilazione', 'began a form'),
  'draft.save': act('wrote', 'ha scritto in una bozza', 'wrote in a draft'),
  'draft.paper': act(
    'wrote',
    'ha segnato la data del foglio che copia',
    'noted the date of the paper copied',
  ),
  'access.create': act('wrote', 'ha annotato un primo contatto', 'noted a first contact'),
  'request.create': act('wrote', 'ha registrato una domanda', 'registered a request'),
  'request.step': act('wrote', 'ha lavorato su una domanda', 'worked on a request'),
  'draft.remove': act('wrote', 'ha buttato via una bozza', 'threw a draft away'),
  'submission.create': act('wrote', 'ha inviato una compilazione', 'sent a form'),
  'document.signed': act('wrote', 'ha registrato una firma', 'registered a signature'),
  'document.scan': act('wrote', 'ha allegato una scansione', 'added a scan'),
  'document.seal': act('wrote', 'ha sigillato un documento', 'sealed a document'),
  'document.withdraw': act('wrote', 'ha ritirato un documento', 'withdrew a document'),
  'appointments.read': act('saw', 'ha visto gli appuntamenti', 'saw the appointments'),
  'appointment.outcome': act(
    'wrote',
    'ha registrato com’è andato un appuntamento',
    'registered how an appointment went',
  ),
  'appointment.delivered': act(
    'wrote',
    'ha registrato la consegna di una convocazione',
    'registered the delivery of a summons',
  ),
  'appointment.with': act('wrote', 'ha affidato un appuntamento', 'gave an appointment to somebody'),
  'case.date': act('wrote', 'ha inviato un elenco in cui c’è la pratica', 'sent a list that the case is in'),
  'case.term.moved': act('wrote', 'ha spostato un termine', 'moved a term'),
  'case.term.waived': act('wrote', 'ha segnato un termine come non dovuto', 'wrote that nothing is due'),
  'case.term.suspended': act('wrote', 'ha sospeso un termine', 'suspended a term'),
  'case.term.resumed': act('wrote', 'ha fatto ripartire un termine', 'let a term run again'),
  'case.term.law': act(
    'wrote',
    'ha riportato un termine alla data di legge',
    'took a term back to the date of the law',
  ),
  'note.write': act('wrote', 'ha scritto nel diario', 'wrote in the diary'),
  'note.correct': act('wrote', 'ha corretto il diario', 'corrected the diary'),
  'attachment.keep': act('wrote', 'ha aggiunto un allegato', 'added an attachment'),
  'case.history': act(
    'saw',
    'ha letto che cos’era la pratica in un altro Ambito',
    'read what the case was in another district',
  ),
  'pact.read': act('saw', 'ha letto il patto nel tempo', 'read the pact over time'),
  'pact.copy': act('printed', 'ha aperto una copia del patto', 'opened a copy of the pact'),
  'case.package': act(
    'exported',
    'ha scaricato di nuovo la pratica passata a un altro Ambito',
    'downloaded again the case handed to another district',
  ),
  'case.hand-over': act('wrote', 'ha consegnato la pratica a un’altra persona', 'handed the case over'),
  'case.unassign': act('wrote', 'ha tolto la pratica a chi la seguiva', 'took the case from who followed it'),
  'case.queue': act('wrote', 'ha mandato la pratica in una coda', 'sent the case to a queue'),
  'case.move': act('wrote', 'ha spostato la pratica in un altro comune', 'moved the case to another comune'),
  'case.merge': act('wrote', 'ha riunito due pratiche', 'joined two cases'),
  'case.unmerge': act('wrote', 'ha separato due pratiche riunite', 'took two joined cases apart'),
  'case.send-away': act(
    'exported',
    'ha passato la pratica a un altro Ambito',
    'handed the case to another district',
  ),
  'case.import': act(
    'wrote',
    'ha aperto la pratica da un altro Ambito',
    'opened the case from another district',
  ),
  'pact.state': act('wrote', 'ha cambiato lo stato del patto', 'changed the state of the pact'),
  'draft.copy': act('wrote', 'ha cominciato una compilazione da un’altra', 'began a form from another'),
  'draft.create': act('wrote', 'ha cominciato una domanda in linea', 'began a request online'),
  'draft.resume': act('saw', 'ha ripreso una domanda in linea', 'took up a request online'),
  'document.close': act('wrote', 'ha chiuso un documento', 'closed a document'),
  'document.stamp': act(
    'wrote',
    'ha aggiunto la marca temporale a un documento',
    'added a time stamp to a document',
  ),
  'document.verify': act('saw', 'ha verificato un documento', 'verified a document'),
  'job.ask': act('wrote', 'ha chiesto documenti in serie', 'asked for documents in a series'),
  'job.print': act('printed', 'ha stampato documenti in serie', 'printed documents in a series'),
  'opening.see': act(
    'wrote',
    'ha segnato come vista un’apertura con motivo',
    'marked an opening with a reason as seen',
  ),
  'notice.see': act('wrote', 'ha letto un avviso sulla pratica', 'read a notice about the case'),
};

/** What an action is, also one that nobody has described yet. */
export function actOf(action: string): Act {
  const known = Object.hasOwn(acts, action) ? acts[action] : undefined;
  if (known) return known;
  return /\.(read|see|list)$/.test(action)
    ? act('saw', `ha letto (${action})`, `read (${action})`)
    : act('wrote', `ha fatto altro (${action})`, `did something else (${action})`);
}
