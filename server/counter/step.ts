// SPDX-License-Identifier: AGPL-3.0-or-later
// A step of a request: what was filled in about it, and the state that its outcome leads to.
import type { Submission, Version } from '../../schemas/types.ts';
import { romeDay } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { KeptRequest, StepTaken } from '../records.ts';
import type { Scope, Write } from '../storage/contract.ts';
import { statesOf } from './states.ts';
import { toldBy } from './told.ts';
import { requestOfCase } from './word.ts';

/** What a submission within a case does to the request that the case came from, where it is a step of it. */
export async function stepOfCase(
  deps: Deps,
  scope: Scope,
  kase: string,
  version: Version,
  submission: Submission,
  id: string,
): Promise<readonly Write[]> {
  const named = [...deps.catalogue.measures.values()].some(({ requests }) =>
    requests?.steps.some(({ definition }) => definition === version.definition),
  );
  const request = named ? await requestOfCase(deps, scope, kase) : undefined;
  const steps = deps.catalogue.measures.get(request?.value.measure ?? '')?.requests?.steps ?? [];
  if (!request || !steps.some(({ definition }) => definition === version.definition)) return [];
  const value = withStep(deps, scope.district, request.value, version, submission, id);
  return [{ do: 'replace', collection: 'requests', id: request.id, value, rev: request.rev }];
}

/** The request after the step. A step that leads to no state of the list changes none. */
export function withStep(
  deps: Pick<Deps, 'forms' | 'catalogue'>,
  district: string,
  request: KeptRequest,
  version: Version,
  submission: Submission,
  id: string,
): KeptRequest {
  const { definition, answers, context, submittedAt: at, submittedBy: by, outcome } = submission;
  const day = romeDay(at);
  const told = toldBy(deps, district, version, answers, context, day);
  const steps = deps.catalogue.measures.get(request.measure)?.requests?.steps ?? [];
  const does = steps.find((one) => one.definition === definition)?.does ?? 'check';
  const led = statesOf(deps, district, request.measure).find((state) => state.id === outcome?.suggested);
  const taken: StepTaken = {
    definition,
    title: version.title,
    does,
    submission: id,
    at,
    by,
    ...(led ? { state: led.id } : {}),
    ...(led && outcome?.reason ? { reason: outcome.reason } : {}),
    facts: told.facts,
  };
  return {
    ...request,
    steps: [...request.steps, taken],
    dates: { ...request.dates, ...told.dates, ...(led ? { [led.id]: day } : {}) },
    ...(led ? { state: led.id, closed: led.closed } : {}),
  };
}
