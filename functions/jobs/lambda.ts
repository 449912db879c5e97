import { lambdaDeps } from "../http/deps.ts";
import { eventHandler } from "../http/event-handler.ts";
import { answerMove, isMove } from "../moving/direct.ts";
import { type JobsEvent, runChangedJobs } from "./stream.ts";

/**
 * Woken by changes of jobs, and once a day by the schedule, which carries no changes and starts the day's own work;
 * invoked directly when a community moves house.
 */
export const handler = eventHandler((event: JobsEvent): Promise<object> => {
  const deps = lambdaDeps();
  return isMove(event) ? answerMove(deps, event) : runChangedJobs(deps, event);
});
