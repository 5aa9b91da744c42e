// SPDX-License-Identifier: AGPL-3.0-or-later
import { sentences } from '../pdf/conformance/check.ts';
import type { Finding } from '../pdf/conformance/contract.ts';
import { rules } from '../pdf/conformance/rules/index.ts';
import { words, type Language } from './command.ts';

const texts = {
  kept: words(
    `PDF/A e PDF/UA: tutte le ${rules.length} regole controllabili sono rispettate`,
    `PDF/A and PDF/UA: all ${rules.length} rules that can be checked are kept`,
  ),
  broken: words('PDF/A e PDF/UA: il file non rispetta', 'PDF/A and PDF/UA: the file does not keep'),
  page: words('pagina', 'page'),
};

/** Findings with their sentences. */
export const withMessages = (findings: readonly Finding[], language: Language) =>
  findings.map((one) => ({ ...one, message: sentences[one.rule]?.[language] ?? one.rule }));

/** Two lines a finding: what a person can do about it, and what an engineer looks for. */
export function tellConformance(findings: readonly Finding[], language: Language): string[] {
  if (findings.length === 0) return [texts.kept[language] ?? ''];
  const lines = withMessages(findings, language).flatMap(({ rule, clause, page, what, message }) => [
    `  ✕ ${page === undefined ? '' : `${texts.page[language]} ${page}: `}${message}`,
    `    ${rule} · ${clause} · ${what}`,
  ]);
  return [texts.broken[language] ?? '', ...lines];
}
