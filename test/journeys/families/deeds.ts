// SPDX-License-Identifier: AGPL-3.0-or-later
// What else happens to the invented families beside the forms of their cases.
import type { Page } from 'puppeteer';
import type { SampleFamily } from '../../../server/sample-families.ts';
import type { Moving } from '../moving.ts';
import type { Seat } from '../walk.ts';
import { jobCentre } from './job-centre.ts';
import { alerts } from './alerts.ts';
import { counts } from './counts.ts';
import { courtForFew, otherOutcome } from './court.ts';
import { teacher } from './teacher.ts';
import { traineeship } from './traineeship.ts';
import { earlierVouchers, urgentContact } from './urgent.ts';
import { waves } from './waves.ts';

/** Where deeds are done. */
export interface Scene {
  readonly moving: Moving;
  /** somebody of the staff at the desk */
  seat(person: string): Promise<Seat>;
  go(page: Page, hash: string): Promise<void>;
  family(id: string): SampleFamily;
  /** id of the case of a family */
  caseOf(family: string): string;
}

export interface Deed {
  /** ISO date, after all that is filled in on that day; `end`: after the last day */
  readonly day: string;
  readonly title: string;
  does(scene: Scene): Promise<void>;
}

export const deeds: readonly Deed[] = [
  earlierVouchers,
  urgentContact,
  jobCentre,
  alerts,
  counts,
  courtForFew,
  otherOutcome,
  traineeship,
  teacher,
  waves,
];
