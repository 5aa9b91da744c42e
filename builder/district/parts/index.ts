// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DistrictPart } from '../contract.ts';
import { comuni } from './comuni.ts';
import { counter } from './counter.ts';
import { numbering } from './numbering.ts';
import { office } from './office.ts';
import { offices } from './offices.ts';
import { pactStates } from './pact-states.ts';
import { parameters } from './parameters.ts';
import { phases } from './phases.ts';
import { proposals } from './proposals.ts';
import { queues } from './queues.ts';
import { staffing } from './staffing.ts';

/** What of a district is changed on the screen, one line a part. */
export const parts: readonly DistrictPart[] = [
  office,
  comuni,
  offices,
  counter,
  phases,
  queues,
  pactStates,
  proposals,
  parameters,
  numbering,
  staffing,
];
