// SPDX-License-Identifier: AGPL-3.0-or-later
// Comments.
import type { Pairs } from './contract.ts';

export const comments = {
  'view.comments': ['Commenti', 'Comments'],
  'do.comment': ['Commenta', 'Comment'],
  'comments.about': ['Su che cosa', 'About what'],
  'comments.text': ['Commento', 'Comment'],
  'comments.keys': ['Ctrl + Invio lo manda.', 'Ctrl + Enter sends it.'],
  'comments.send': ['Manda', 'Send'],
  'comments.sent': ['Commento mandato', 'Comment sent'],
  'comments.show': ['Quali commenti', 'Which comments'],
  'comments.filter-open': ['Aperti: {count}', 'Open: {count}'],
  'comments.filter-resolved': ['Risolti: {count}', 'Resolved: {count}'],
  'comments.filter-gone': ['Domande tolte: {count}', 'Removed questions: {count}'],
  'comments.is-gone': ['Domanda tolta', 'Removed question'],
  'comments.none': ['Nessun commento qui.', 'No comments here.'],
  'comments.reply': ['Rispondi', 'Reply'],
  'comments.reply-to': ['Risposta su «{title}»', 'Reply about “{title}”'],
  'comments.resolve': ['Segna come risolto', 'Mark as resolved'],
  'comments.resolve-of': ['Segna come risolto: «{title}»', 'Mark as resolved: “{title}”'],
  'comments.open': ['Riapri', 'Open again'],
  'comments.open-of': ['Riapri: «{title}»', 'Open again: “{title}”'],
  'comments.resolved-by': ['Risolto da {name} il {when}', 'Resolved by {name} on {when}'],
  'comments.resolved-done': ['Commento risolto', 'Comment resolved'],
  'comments.opened-done': ['Commento riaperto', 'Comment open again'],
  'comments.badge-one': ['1 commento', '1 comment'],
  'comments.badge': ['{count} commenti', '{count} comments'],
} as const satisfies Pairs;
