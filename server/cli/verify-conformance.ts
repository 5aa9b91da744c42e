// SPDX-License-Identifier: AGPL-3.0-or-later
import { sentences, type Examined } from '../pdf/conformance/check.ts';
import { rules } from '../pdf/conformance/rules/index.ts';
import { words, type Language } from './command.ts';

const texts = {
  kept: words(
    `tutte le ${rules.length} regole controllabili sono rispettate`,
    `all ${rules.length} rules that can be checked are kept`,
  ),
  broken: words('il file non rispetta', 'the file does not keep'),
  page: words('pagina', 'page'),
};

/** Findings with their sentences, and the profile that the file declares: what a machine reads. */
export const conformanceData = ({ profile, findings }: Examined, language: Language) => ({
  profile: profile ?? null,
  findings: findings.map((one) => ({ ...one, message: sentences[one.rule]?.[language] ?? one.rule })),
});

/** Two lines a finding: what a person can do about it, and what an engineer looks for. */
export function tellConformance(examined: Examined, language: Language): string[] {
  const { profile, findings } = conformanceData(examined, language);
  const head = `PDF/A${profile ? `-${profile}` : ''}, PDF/UA-1: `;
  if (findings.length === 0) return [`${head}${texts.kept[language]}`];
  const lines = findings.flatMap(({ rule, clause, page, what, message }) => [
    `  ✕ ${page === undefined ? '' : `${texts.page[language]} ${page}: `}${message}`,
    `    ${rule} · ${clause} · ${what}`,
  ]);
  return [`${head}${texts.broken[language]}`, ...lines];
}
