import { lambdaDeps } from "../http/deps.ts";
import { eventHandler } from "../http/event-handler.ts";
import { type JobsEvent, runChangedJobs } from "./stream.ts";

/** Woken by changes of jobs, and once a day by the schedule, which carries no changes and starts the day's own work. */
export const handler = eventHandler((event: JobsEvent) => runChangedJobs(lambdaDeps(), event));
