import { randomUUID } from "node:crypto";
import type { DeadLetters } from "./dead-letters.ts";
import type { SchedulePlan } from "./plan.ts";
import type { SavedState } from "./saved-state.ts";
import { parseSchedule } from "./schedule.ts";
import { LOCAL } from "./template.ts";

type Options = {
  readonly schedules: readonly SchedulePlan[];
  readonly state: SavedState;
  readonly deadLetters: DeadLetters;
  readonly invoke: (functionName: string, event: unknown) => Promise<unknown>;
  readonly onError: (error: unknown) => void;
  readonly now: () => number;
};

const LOOK_EVERY_MS = 30_000;

/** Runs what is due. A machine that was off at midnight catches up once when it starts. */
export function runSchedules(options: Options): { close(): void } {
  const { state, now } = options;
  const parsed = options.schedules.map((plan) => ({ plan, ...parseSchedule(plan.expression) }));
  const look = (): void => {
    for (const { plan, next } of parsed) {
      const name = `schedule-${plan.id}`;
      const last = state.read(name);
      if (last === undefined) state.write(name, String(now()));
      else if (next(Number(last)) <= now()) {
        state.write(name, String(now()));
        void run(options, plan);
      }
    }
  };
  look();
  const timer = setInterval(look, LOOK_EVERY_MS);
  return { close: () => clearInterval(timer) };
}

async function run({ invoke, deadLetters, onError, now }: Options, plan: SchedulePlan): Promise<void> {
  const event = plan.input === undefined ? scheduledEvent(plan, now()) : JSON.parse(plan.input);
  for (let attempt = 0; attempt <= plan.retries; attempt += 1) {
    try {
      await invoke(plan.functionName, event);
      return;
    } catch (error) {
      onError(error);
    }
  }
  if (plan.deadLetters) deadLetters.send(plan.deadLetters, event);
}

const scheduledEvent = (plan: SchedulePlan, at: number) => ({
  version: "0",
  id: randomUUID(),
  "detail-type": "Scheduled Event",
  source: "aws.events",
  account: LOCAL.account,
  time: new Date(at).toISOString().replace(/\.\d{3}Z$/, "Z"),
  region: LOCAL.region,
  resources: [plan.arn],
  detail: {},
});
