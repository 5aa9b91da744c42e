// SPDX-License-Identifier: AGPL-3.0-or-later
// index.html of the archive of a person: plain Italian, no script, nothing from elsewhere.
import type { CasePart, PersonArchive } from './contents.ts';

const signs: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const safe = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? '');
const day = (iso: string): string => iso.slice(0, 10).split('-').reverse().join('/');
const rome = new Intl.DateTimeFormat('it-IT', {
  timeZone: 'Europe/Rome',
  dateStyle: 'short',
  timeStyle: 'short',
});
const link = (path: string, text: string): string =>
  `<a href="${safe(path.split('/').map(encodeURIComponent).join('/'))}">${safe(text)}</a>`;

const style =
  'body{font:17px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#17324d}h1,h2,h3{line-height:1.25}h2{border-top:2px solid #0059b3;padding-top:1rem;margin-top:2.5rem}dl{margin:0}dt{color:#52667a;font-size:.9em;margin-top:.6rem}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}li{margin:.4rem 0}.note{background:#f3f6f9;padding:.8rem 1rem;border-left:4px solid #0059b3}';

const list = (items: readonly string[], none: string): string =>
  items.length > 0 ? `<ul>${items.map((one) => `<li>${one}</li>`).join('')}</ul>` : `<p>${none}</p>`;

const filesIn = (files: CasePart['submissions'][number]['files']): string =>
  files.length > 0
    ? list(
        files.map(({ file, name }) => link(file, name)),
        '',
      )
    : '';

const memberText = ({ from, to }: CasePart['member']): string =>
  `Nella famiglia dal ${day(from)}${to === undefined ? '' : ` al ${day(to)}`}.`;

function casePart(one: CasePart): string {
  const submissions = one.submissions.map(({ title, version, at, lines, files }) => {
    const groups = [...new Set(lines.map(({ of }) => of))];
    const body = groups
      .map((group) => {
        const own = lines.filter(({ of }) => of === group);
        const rows = own.map((line) => `<dt>${safe(line.title)}</dt><dd>${safe(line.text)}</dd>`).join('');
        return `${group ? `<h4>${safe(group)}</h4>` : ''}<dl>${rows}</dl>`;
      })
      .join('');
    return `<details open><summary><strong>${safe(title)}</strong>, compilato il ${day(at)} (versione ${version})</summary>${body}${filesIn(files)}</details>`;
  });
  return `<h2>Pratica ${safe(one.number)}</h2>
<p>Aperta il ${day(one.opened)}, comune di ${safe(one.comune)}, misura: ${safe(one.measure)}. ${memberText(one.member)}</p>${
    one.origin
      ? `\n<p>La pratica arriva da ${safe(one.origin.district)}, dove aveva il numero ${safe(one.origin.number)}: quello che c’era prima va chiesto anche lì.</p>`
      : ''
  }
<h3>Che cosa è stato scritto nei moduli</h3>
<p>Le risposte che riguardano la sua famiglia e quelle che riguardano lei. Quelle che riguardano soltanto altre persone non ci sono.</p>
${submissions.join('\n') || '<p>Nessun modulo compilato.</p>'}
<h3>Documenti</h3>
${list(
  one.documents.map(
    (doc) =>
      `${link(doc.file, `${doc.title} n. ${doc.number}`)}, versione ${doc.revision}, del ${day(doc.at)}`,
  ),
  'Nessun documento emesso.',
)}
<h3>Colloqui, telefonate, visite</h3>
${list(
  one.notes.map(
    (note) =>
      `<strong>${safe(note.kind)}</strong>, ${safe(rome.format(new Date(note.at)))}, ${safe(note.by)}<br>${safe(note.text)}`,
  ),
  'Nessuna nota da consegnare.',
)}
<h3>Convocazioni</h3>
${list(
  one.appointments.map(
    (meeting) =>
      `${day(meeting.day)}, ore ${safe(meeting.time)}, ${safe([meeting.place, meeting.delivered, meeting.outcome].filter(Boolean).join(' — '))}`,
  ),
  'Nessuna convocazione.',
)}
<h3>Elenchi usciti dal servizio</h3>
${list(
  one.sendings.map((sent) => `Elenco n. ${safe(sent.number)}, del ${day(sent.day)}`),
  'In nessun elenco.',
)}
<h3>Allegati</h3>
${list(
  one.attachments.map(
    (file) =>
      `${link(file.file, file.kind)}, del ${day(file.date)}${file.about ? `: ${safe(file.about)}` : ''}`,
  ),
  'Nessun allegato da consegnare.',
)}
<h3>Chi ha visto i suoi dati</h3>
${list(
  one.accesses.map((row) => `${day(row.day)}: ${safe(row.profile)} — ${safe(row.what.join(', '))}`),
  'Nessun accesso registrato.',
)}`;
}

export function pageOf(all: PersonArchive): string {
  return `<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>I dati di ${safe(all.person)}</title>
<style>${style}</style>
</head>
<body>
<h1>I dati di ${safe(all.person)}</h1>
<p>Preparato da ${safe(all.district)} il ${day(all.made)}. Motivo: ${safe(all.purpose)}</p>
<div class="note"><p>In questa cartella c’è quello che il servizio sociale conserva su di lei: che cosa è stato scritto nei moduli, i documenti, le note, gli allegati, chi ha visto i suoi dati. Gli stessi dati, in una forma che un altro programma può leggere, sono nel file ${link('dati.json', 'dati.json')}.</p>
<p>Può essere stato lasciato fuori quello che riguarda altre persone o che la legge protegge: gli appunti personali di chi lavora, gli atti dell’autorità giudiziaria, quello che metterebbe in pericolo qualcuno. Se pensa che manchi qualcosa o che qualcosa sia sbagliato, lo dica al servizio: ha diritto di chiedere che sia corretto.</p></div>
${all.cases.map(casePart).join('\n')}
</body>
</html>
`;
}
