// SPDX-License-Identifier: AGPL-3.0-or-later
// What the server says when it refuses something. `{name}` is a parameter of the problem.
import type { Words } from '../../runtime/problem.ts';

const say = (it: string, en: string): Words => ({ it, en });

export const problems: { readonly [code: string]: Words } = {
  'bad-request': say(
    'La richiesta non ha la forma attesa: {detail}.',
    'The request does not have the expected form: {detail}.',
  ),
  'not-json': say(
    'Il contenuto inviato non è JSON valido (riga {line}, colonna {column}).',
    'What was sent is not valid JSON (line {line}, column {column}).',
  ),
  'not-utf8': say(
    'Il testo inviato non è codificato in UTF-8.',
    'The text that was sent is not encoded in UTF-8.',
  ),
  'too-deep': say(
    'Il contenuto inviato ha più di {limit} livelli, uno dentro l’altro.',
    'What was sent has more than {limit} levels, one inside the other.',
  ),
  'duplicate-key': say(
    'La voce «{key}» compare due volte nello stesso oggetto.',
    'The key “{key}” appears twice in the same object.',
  ),
  'forbidden-key': say('La voce «{key}» non è ammessa.', 'The key “{key}” is not allowed.'),
  'unsafe-number': say(
    'Il numero {value} è troppo grande per essere conservato senza perdere cifre.',
    'The number {value} is too large to be kept without losing digits.',
  ),
  'cut-off': say(
    'L’invio si è interrotto prima della fine: va ripetuto.',
    'The request broke off before its end: send it again.',
  ),
  'bad-text': say(
    'Un testo contiene un carattere che non si può conservare.',
    'A text contains a character that cannot be kept.',
  ),
  'too-large': say(
    'Il contenuto inviato supera il limite di {limit} KB.',
    'What was sent is larger than the limit of {limit} KB.',
  ),
  'unsupported-type': say(
    'Il contenuto va inviato come {type}, in UTF-8 e senza compressione.',
    'Content must be sent as {type}, in UTF-8 and not compressed.',
  ),
  'job-gave-up': say(
    'La stampa si è interrotta {attempts} volte e non viene più ritentata da sola. Se riprovando succede ancora, va avvisato chi gestisce il servizio.',
    'Printing broke off {attempts} times and is not tried again by itself. If it happens again, tell whoever runs the service.',
  ),
  'wrong-host': say(
    'Questo indirizzo non è quello del servizio.',
    'This address is not the one of the service.',
  ),
  'sign-in-needed': say(
    'Per continuare bisogna accedere. Quello che è stato salvato non va perso.',
    'Please sign in to go on. What has been saved is not lost.',
  ),
  'sign-in-failed': say('Indirizzo o password non corretti.', 'The address or the password is not right.'),
  'token-needed': say(
    'Questa pagina non ha più il permesso di inviare il modulo: va ricaricata.',
    'This page is no longer allowed to send the form: please reload it.',
  ),
  'token-ended': say(
    'Il permesso di questa pagina è scaduto: quello che è stato salvato si riprende con il codice.',
    'The permission of this page has ended: what was saved can be resumed with the code.',
  ),
  forbidden: say(
    'Il ruolo di chi ha fatto l’accesso non permette questa operazione.',
    'The role of the person signed in does not allow this.',
  ),
  'not-assigned': say(
    'Solo chi segue la pratica può fare questa operazione.',
    'Only those who follow the case may do this.',
  ),
  'reason-needed': say(
    'La pratica è seguita da altri. Per aprirla va scritto il motivo, che resta registrato.',
    'This case is followed by others. To open it write the reason, which will be recorded.',
  ),
  'other-origin': say(
    'La richiesta arriva da un’altra pagina e non è stata eseguita.',
    'The request comes from another page and was not carried out.',
  ),
  'other-form': say(
    'Il permesso di questa pagina vale per un altro modulo.',
    'The permission of this page is for another form.',
  ),
  'not-rows': say('Qui non si possono incollare righe.', 'Rows cannot be pasted here.'),
  'too-many-rows': say('Sono troppe righe: al massimo {most}.', 'These are too many rows: {most} at most.'),
  'not-at-counter': say(
    'Questo modulo non si compila allo sportello.',
    'This form is not filled in at the counter.',
  ),
  'paper-later': say(
    'La data sul foglio non può essere dopo oggi.',
    'The date on the paper cannot be later than today.',
  ),
  'already-sent': say(
    'Questa compilazione è già stata inviata, o la bozza non c’è più: non si salva altro.',
    'This form has already been sent, or its draft is gone: nothing more is saved.',
  ),
  'demo-only': say(
    'Questo accesso esiste solo nella dimostrazione, dallo stesso computer e senza intermediari.',
    'This sign-in exists in the demonstration only, from the same computer and without proxies.',
  ),
  'not-found': say(
    'Qui non c’è nulla, oppure non è visibile a chi ha fatto l’accesso.',
    'There is nothing here, or it cannot be seen by the person signed in.',
  ),
  'method-not-allowed': say(
    'Questa operazione non esiste per questo indirizzo.',
    'This operation does not exist at this address.',
  ),
  exists: say('Esiste già un elemento con questo nome.', 'There already is one with this name.'),
  'key-reused': say(
    'La stessa chiave di invio è già stata usata per un contenuto diverso.',
    'The same sending key was already used for different content.',
  ),
  'already-done': say('L’operazione risulta già fatta.', 'This has already been done.'),
  'pact-state': say(
    'Il patto non può passare adesso a questo stato.',
    'The pact cannot come to this state now.',
  ),
  'wrong-state': say(
    'Nello stato attuale ({state}) questa operazione non è possibile.',
    'This is not possible in the present state ({state}).',
  ),
  conflict: say(
    'Nel frattempo qualcun altro ha salvato una versione più recente (la {rev}). Nulla è stato sovrascritto.',
    'Meanwhile someone else saved a newer version ({rev}). Nothing was overwritten.',
  ),
  'rev-needed': say(
    'Manca l’indicazione della versione da cui si è partiti (If-Match).',
    'The revision that this change starts from is missing (If-Match).',
  ),
  'key-needed': say(
    'Manca la chiave di invio (Idempotency-Key), da 8 a 100 caratteri.',
    'The sending key is missing (Idempotency-Key, 8 to 100 characters).',
  ),
  'too-many': say(
    'Troppe richieste in poco tempo. Si può riprovare fra {seconds} secondi.',
    'Too many requests in a short time. Please try again in {seconds} seconds.',
  ),
  unexpected: say(
    'Qualcosa non ha funzionato nel servizio. L’errore è stato registrato con il numero {number}.',
    'Something in the service went wrong. The error was recorded under the number {number}.',
  ),
  'not-built': say(
    'Questa parte del servizio non è ancora pronta.',
    'This part of the service is not ready yet.',
  ),
  stopping: say(
    'Il servizio si sta riavviando: si può riprovare fra poco.',
    'The service is restarting: please try again shortly.',
  ),
  'disk-full': say(
    'Lo spazio su disco è finito: nulla di ciò che era salvato è andato perso, ma per ora non si può salvare altro.',
    'The disk is full: nothing that was saved is lost, but nothing more can be saved for now.',
  ),
  'read-only': say(
    'L’archivio è in sola lettura dopo un errore del disco: chi gestisce il servizio deve intervenire.',
    'The store is read-only after a disk error: whoever runs the service must act.',
  ),
  damaged: say(
    'Un elemento conservato risulta danneggiato e non è stato mostrato.',
    'A kept record turns out to be damaged and was not shown.',
  ),

  'config-database': say(
    'PATTO_DATABASE_URL non è ancora disponibile: questa versione conserva i dati nella cartella PATTO_DATA.',
    'PATTO_DATABASE_URL is not available yet: this version keeps its data in the folder PATTO_DATA.',
  ),
  'config-url': say(
    'PATTO_URL deve essere un indirizzo https senza percorso, per esempio https://patto.comune.example: «{value}» non lo è.',
    'PATTO_URL must be an https address without a path, for example https://patto.comune.example: “{value}” is not.',
  ),
  'config-port': say(
    'PORT deve essere un numero da 0 a 65535: «{value}» non lo è.',
    'PORT must be a number from 0 to 65535: “{value}” is not.',
  ),
  'config-proxies': say(
    'PATTO_PROXIES deve essere il numero dei proxy davanti al servizio, da 0 a 10: «{value}» non lo è.',
    'PATTO_PROXIES must be the number of proxies in front, from 0 to 10: “{value}” is not.',
  ),
  'signed-in-file': say(
    'Il documento è già firmato elettronicamente: le altre firme si aggiungono allo stesso modo, nel file.',
    'The document is signed electronically already: the other signatures are added in the same way, in the file.',
  ),
  'signed-on-paper': say(
    'Qualcuno ha già firmato su carta o sullo schermo: le altre firme si raccolgono allo stesso modo.',
    'Somebody has signed on paper or on the screen already: the other signatures are gathered in the same way.',
  ),
  'config-tsa': say(
    'PATTO_TSA deve essere l’indirizzo http o https di un’autorità di marcatura temporale: «{value}» non lo è.',
    'PATTO_TSA must be the http or https address of a time-stamp authority: “{value}” is not.',
  ),
  'config-today': say(
    'PATTO_TODAY deve essere una data come 2026-03-02: «{value}» non lo è.',
    'PATTO_TODAY must be a date like 2026-03-02: “{value}” is not.',
  ),
  'config-today-production': say(
    'PATTO_TODAY vale solo nella dimostrazione: con PATTO_URL va tolta.',
    'PATTO_TODAY is for the demonstration only: remove it when PATTO_URL is set.',
  ),
  'data-missing': say(
    'La cartella dei dati {folder} non c’è o non è di Patto: si prepara con «npx patto init».',
    'The data folder {folder} is missing or is not one of Patto: prepare it with “npx patto init”.',
  ),
  'no-district': say(
    'Nella cartella {folder} non c’è nessun Ambito: serve almeno schemas/districts/<id>/district.json.',
    'There is no district in the folder {folder}: at least schemas/districts/<id>/district.json is needed.',
  ),
  'data-exists': say(
    'La cartella {folder} è già preparata.',
    'The folder {folder} has already been prepared.',
  ),
  'data-held': say(
    'La cartella dei dati è in uso da un server acceso: va fermato per il tempo di questo comando.',
    'The data folder is held by a running server: stop it while this command runs.',
  ),
  'port-taken': say(
    'La porta {port} è già occupata da un altro programma: se ne può scegliere un’altra con PORT.',
    'Port {port} is taken by another program: choose another one with PORT.',
  ),
  'cannot-listen': say(
    'Non si può ascoltare su {address} ({reason}): controlli PATTO_HOST e PORT.',
    'Cannot listen on {address} ({reason}): check PATTO_HOST and PORT.',
  ),
  'cannot-use-file': say(
    'Il sistema non permette di usare {file} ({reason}): controlli proprietario, permessi e spazio sul disco.',
    'The system does not allow the use of {file} ({reason}): check owner, permissions and disk space.',
  ),
  'key-damaged': say(
    'La chiave {file} è danneggiata: la riprenda da una copia di riserva.',
    'The key {file} is damaged: take it from a backup.',
  ),
  'file-broken': say(
    'Il file {file} non si può leggere: {detail}.',
    'The file {file} cannot be read: {detail}.',
  ),
  'file-wrong': say(
    '{file}, riga {line}: {detail}. Non è stato preso niente.',
    '{file}, line {line}: {detail}. Nothing was taken in.',
  ),
  'folder-no-district': say(
    'Nella cartella {file} non c’è district.json: non è la cartella di un Ambito.',
    'There is no district.json in the folder {file}: it is not the folder of a district.',
  ),
  'folder-no-form': say(
    'Una fase usa il modulo «{id}», che non c’è.',
    'A phase uses the form “{id}”, which is not there.',
  ),

  'password-short': say(
    'La password deve avere almeno {limit} caratteri.',
    'The password must have at least {limit} characters.',
  ),
  'password-long': say(
    'La password può avere al massimo {limit} caratteri.',
    'The password may have at most {limit} characters.',
  ),
  'password-common': say(
    'Questa password è troppo facile da indovinare: meglio una frase di più parole.',
    'This password is too easy to guess: a phrase of several words is better.',
  ),
  'link-ended': say(
    'Questo collegamento è già stato usato o è scaduto: l’amministratore può crearne un altro.',
    'This link was already used or has ended: the administrator can make another one.',
  ),
  'email-taken': say(
    'C’è già una persona con questo indirizzo di posta.',
    'There already is a person with this e-mail address.',
  ),
  'last-admin': say(
    'È l’ultimo amministratore attivo dell’Ambito: prima ne serve un altro.',
    'This is the last active administrator of the district: another one is needed first.',
  ),
  'unknown-comune': say(
    'Il Comune «{id}» non fa parte dell’Ambito.',
    'The comune “{id}” is not part of the district.',
  ),
  'unknown-measure': say(
    'La misura «{id}» non è fra quelle dell’Ambito.',
    'The measure “{id}” is not one of the district’s.',
  ),
  'unknown-account': say(
    'Questa persona non c’è, non è attiva o non può seguire pratiche di questo Comune.',
    'This person is not there, is not active or cannot follow cases of this comune.',
  ),
  'unknown-signer': say(
    'Questa persona non è fra chi deve firmare il documento.',
    'This person is not among those who sign the document.',
  ),
  'no-job-centre': say(
    'Fra i dati dell’Ambito manca il Centro per l’impiego a cui mandare l’elenco.',
    'The district’s data do not say which job centre the list goes to.',
  ),
  'no-transcription': say(
    'Questa misura non dice in quale ordine si trascrive.',
    'This measure does not say in which order things are copied.',
  ),
  'nothing-to-fill': say(
    'In questo modulo non c’è niente da compilare a mano per chi ha il suo ruolo.',
    'There is nothing in this form to fill in by hand for who has your role.',
  ),
  'reason-missing': say('Va scritto il motivo.', 'Please write the reason.'),
  'strokes-missing': say('Manca il tratto della firma.', 'The drawn signature is missing.'),
  'verify-unknown-code': say(
    'Nessun documento rilasciato da questo servizio ha questo codice.',
    'No document issued by this service has this code.',
  ),
  'verify-other-file': say(
    'Il file non è nessuno di quelli rilasciati per questo documento.',
    'The file is none of those issued for this document.',
  ),
  'verify-older-file': say(
    'Il file è autentico, ma il documento è stato poi completato.',
    'The file is authentic, but the document was completed later.',
  ),
  'already-signed': say(
    'La firma di questa persona è già registrata.',
    'The signature of this person is already registered.',
  ),
  'not-your-turn': say(
    'Questo documento si firma in ordine: prima di {name} va registrata la firma, o il rifiuto, di {first}.',
    'This document is signed in order: before {name}, the signature or refusal of {first} must be registered.',
  ),
  'mode-unfit': say(
    '{name} non è parte dell’atto: può firmare la sua riga, o non firmarla.',
    '{name} is no party to the act: may sign that line, or leave it.',
  ),
  'scan-unknown': say(
    'La scansione non è tra quelle di questo documento.',
    'The scan is none of those of this document.',
  ),
  'no-signing': say('Non è in corso nessuna firma elettronica.', 'No electronic signature is under way.'),
  'signing-under-way': say(
    'È in corso una firma elettronica: va conclusa o annullata.',
    'An electronic signature is under way: finish it or give it up first.',
  ),
  'signed-in-future': say(
    'La data della firma è nel futuro: si registra quando la persona ha firmato.',
    'The date of the signature is in the future: it is registered once the person has signed.',
  ),
  'signatures-missing': say(
    'Prima del sigillo va registrata la firma, o il rifiuto, di ciascuno: manca {names}.',
    'Before the seal everybody’s signature, or refusal, must be registered: {names} missing.',
  ),
  'not-published': say('Il modulo «{id}» non è ancora pubblicato.', 'The form “{id}” is not published yet.'),
  'withdrawn-form': say(
    'Questo modulo non si usa più: non si comincia una nuova compilazione. Quelle già iniziate vanno avanti.',
    'This form is no longer in use: nothing new can be begun with it. What was begun goes on.',
  ),
  'review-needed': say(
    'In questo ambito si pubblica solo dopo l’approvazione di una seconda persona: va chiesta per la bozza com’è adesso.',
    'In this district a version is published only after a second person has approved it: please ask for the draft as it is now.',
  ),
  'review-overtaken': say(
    'La bozza è cambiata da quando è stata chiesta la revisione: va chiesta di nuovo.',
    'The draft has changed since its review was asked for: it must be asked for again.',
  ),
  'own-work': say(
    'Chi ha scritto il modulo non può approvarlo: serve un’altra persona.',
    'Who wrote a form cannot approve it: another person is needed.',
  ),
  'no-reviewer': say('Questa persona non può rivedere i moduli.', 'This person cannot review forms.'),
  'note-needed': say('Serve qualche parola.', 'A few words are needed.'),
  'day-not-to-come': say('La data deve essere da domani in poi.', 'The date must be tomorrow or later.'),
  'too-many-comments': say(
    'I commenti sono troppi: se ne apra un altro dopo averne chiusi alcuni.',
    'There are too many comments: please close some before opening another.',
  ),
  'list-too-long': say(
    'L’elenco ha troppe righe: al massimo {most}.',
    'The list has too many rows: {most} at most.',
  ),
  'list-id': say(
    'Riga {line}: il codice ha da 1 a 60 lettere senza accento, cifre, punti o trattini.',
    'Row {line}: the code has 1 to 60 letters without accents, digits, dots or hyphens.',
  ),
  'list-id-twice': say(
    'Riga {line}: il codice «{id}» c’è già.',
    'Row {line}: the code “{id}” is there already.',
  ),
  'district-shape': say(
    'I dati dell’ambito non hanno la forma attesa: {detail}.',
    'The district’s data do not have the expected shape: {detail}.',
  ),
  'district-no-comune': say('Serve almeno un comune.', 'At least one comune is needed.'),
  'district-twice': say(
    'Il codice «{id}» c’è due volte: ogni riga ha il suo.',
    'The code “{id}” is there twice: each row has its own.',
  ),
  'district-kind': say('Il tipo di documento «{kind}» non esiste.', 'There is no kind of document “{kind}”.'),
  'district-role': say('Il ruolo «{role}» non esiste.', 'There is no role “{role}”.'),
  'district-rule': say('La regola «{says}» non si può leggere.', 'The rule “{says}” cannot be read.'),
  'district-state': say('Lo stato «{id}» non esiste.', 'There is no state “{id}”.'),
  'district-queue': say('La coda «{queue}» non esiste.', 'There is no queue “{queue}”.'),
  'district-hours': say(
    'Gli orari di «{name}»: ogni apertura finisce dopo che comincia.',
    'The hours of “{name}”: each opening ends after it begins.',
  ),
  'district-mask': say(
    'Nella numerazione «{mask}» manca l’anno o il progressivo: {ANNO} e {PROGR:5}.',
    'The numbering “{mask}” lacks its year or its counter: {ANNO} and {PROGR:5}.',
  ),
  'district-in-use': say(
    '«{name}» non si può togliere: ci sono pratiche o domande ({cases}).',
    '“{name}” cannot be taken away: there are cases or requests ({cases}).',
  ),
  'list-title': say('Riga {line}: manca il nome.', 'Row {line}: the name is missing.'),
  'list-day': say('Riga {line}: una data non è una data.', 'Row {line}: a date is no date.'),
  'list-days': say('Riga {line}: finisce prima di cominciare.', 'Row {line}: it ends before it begins.'),
  'list-cell': say(
    'Riga {line}: una cella è troppo lunga, o sono troppe.',
    'Row {line}: a cell is too long, or there are too many.',
  ),
  'list-in-use': say('L’elenco serve a: {forms}.', 'The list is used by: {forms}.'),
  'not-public': say('Questo modulo non è aperto al pubblico.', 'This form is not open to the public.'),
  'still-referenced': say(
    'Il modulo è già stato pubblicato: non si può eliminare, ma si può ritirare.',
    'The form has already been published: it cannot be deleted, only withdrawn.',
  ),
  'id-differs': say(
    'L’identificativo del modulo non si può cambiare.',
    'The id of a form cannot be changed.',
  ),
  'not-a-definition': say(
    'Questo non ha la forma di un modulo: manca «{name}» o non è del tipo giusto.',
    'This does not have the shape of a form: “{name}” is missing or of the wrong type.',
  ),
  'changed-locked': say(
    'Una risposta non modificabile è arrivata diversa da quella conservata.',
    'An answer that cannot be changed arrived different from the one kept.',
  ),
  'not-yours': say(
    'Una parte che questo ruolo non può compilare è arrivata compilata.',
    'A part that this role may not fill in arrived filled in.',
  ),
  'code-unknown': say(
    'Il codice non corrisponde a nessuna bozza. Va controllato carattere per carattere.',
    'The code matches no draft. Please check it sign by sign.',
  ),
  'answers-refused': say(
    'Ci sono risposte da correggere o da completare.',
    'Some answers must be corrected or completed.',
  ),
  'checks-disagree': say(
    'Le risposte non superano il controllo di questa versione del modulo.',
    'The answers do not pass the check of this version of the form.',
  ),
  'document-failed': say(
    'Il documento non è stato prodotto ({detail}). Le risposte sono salve: si può riprovare.',
    'The document was not produced ({detail}). The answers are safe: please try again.',
  ),
  'file-unknown': say(
    'Un file allegato non è fra quelli di questa bozza. Va tolto e allegato di nuovo.',
    'An attached file is not one of this draft. Please remove it and attach it again.',
  ),
  'not-a-file-question': say(
    'Questa domanda non chiede file, o non si può compilare con questo ruolo.',
    'This question does not ask for files, or this role may not fill it in.',
  ),
  'file-empty': say('Il file è vuoto: va scelto di nuovo.', 'The file is empty: please choose it again.'),
  'file-kind': say(
    'Il contenuto del file non è fra i tipi ammessi: {kinds}. Si può convertire o fotografare.',
    'What the file holds is not among the kinds allowed: {kinds}. It may be converted or photographed.',
  ),
  'file-damaged': say(
    'Il file è arrivato diverso da come è partito. Si può riprovare.',
    'The file arrived different from what was sent. Please try again.',
  ),
  'too-many-families': say(
    'Le famiglie di prova di un modulo sono al più {limit}. Se ne può togliere qualcuna.',
    'A form has at most {limit} test families. Some may be taken away.',
  ),
  'too-many-uploads': say(
    'Questa bozza ha già troppi file. Se ne può togliere qualcuno e salvare.',
    'This draft holds too many files already. Please remove some and save.',
  ),
  'household-past': say(
    'La famiglia è già registrata com’è dal {day}: una variazione vale da quel giorno o da dopo.',
    'The household is already registered as it is from {day}: a change counts from that day on or later.',
  ),
  'already-replaced': say(
    'Questa compilazione è già stata sostituita da un’altra.',
    'Another one has already taken the place of this submission.',
  ),
  'submission-replaced': say(
    'Questa compilazione era sbagliata ed è stata sostituita: il documento si emette da quella nuova.',
    'This submission was wrong and was replaced: the document is issued from the new one.',
  ),
  'draft-open': say(
    'C’è già una bozza di questo modulo nella pratica: va prima inviata o tolta.',
    'There is a draft of this form in the case already: please submit or remove it first.',
  ),
  'jobs-open': say(
    'Per l’altra pratica si sta ancora preparando un documento: si può riprovare fra poco.',
    'A document is still being prepared for the other case: please try again shortly.',
  ),
  'merge-measure': say(
    'Le due pratiche sono di misure diverse: non si riuniscono.',
    'The two cases are under different measures: they cannot be joined.',
  ),
  'merge-changed': say(
    'La pratica {number} è cambiata dopo l’unione: non si può più tornare indietro.',
    'Case {number} has changed since it was joined: it cannot be taken apart any more.',
  ),
  'not-merged': say('Questa pratica non è stata riunita a un’altra.', 'This case was not joined to another.'),
  'drafts-open': say(
    'Nella pratica ci sono bozze non inviate ({count}): vanno inviate o tolte prima.',
    'There are drafts that were not sent in the case ({count}): please send or remove them first.',
  ),
  'package-damaged': say(
    'Il file della pratica è incompleto o è stato cambiato dopo l’uscita: va chiesto di nuovo.',
    'The file of the case is incomplete or was changed after it was made: please ask for it again.',
  ),
  'no-case': say(
    'Si può fare solo in una pratica: qui una pratica non c’è ancora, o il documento è dell’Ambito.',
    'This can be done only in a case: there is none yet, or the document is the district’s.',
  ),
  'case-closed': say(
    'Questa pratica è chiusa: è stata riunita a un’altra o è passata a un altro Ambito. Si può leggere, non cambiare.',
    'This case is closed: it was joined to another or went to another district. It can be read, not changed.',
  ),
  'unknown-queue': say('La coda «{id}» non esiste in questo Ambito.', 'This district has no queue “{id}”.'),
  'reason-for-other': say(
    'La tabella suggerisce un’altra coda: scriva perché ne sceglie una diversa.',
    'The table suggests another queue: please write why you choose a different one.',
  ),
  'draft-first': say(
    'Prima del file va salvata la bozza: poi si può riprovare.',
    'The draft must be saved before the file: then please try again.',
  ),
  'definition-refused': say(
    'Il modulo non si può ancora pubblicare: ci sono punti da correggere.',
    'The form cannot be published yet: some points must be corrected.',
  ),
};
