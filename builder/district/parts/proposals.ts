// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DistrictPart } from '../contract.ts';

/** Which rows a pact is offered from the needs that were found; drawn by an element of its own. */
export const proposals: DistrictPart = {
  name: 'proposals',
  title: (tell) => tell('Proposte del patto', 'Proposals of a pact'),
  hint: (tell) =>
    tell(
      'Da un bisogno trovato agli obiettivi, risultati, impegni e sostegni che si propongono. Chi scrive il patto li prende, li cambia o li lascia.',
      'From a need that was found to the objectives, results, commitments and supports that are proposed. Whoever writes the pact takes, changes or leaves them.',
    ),
  entries: () => [],
  drawn: true,
};
