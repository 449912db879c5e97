import { setTimeout } from "node:timers/promises";
import { ACTIONS } from "./actions.ts";
import type { Measured } from "./measures.ts";
import { HABITS, timesPerDay, WORK } from "./pattern.ts";
import type { Scene, Site } from "./site.ts";
import type { Ask } from "./wire.ts";

type Options = {
  readonly scene: Scene;
  readonly ask: Ask;
  readonly measured: Measured;
  readonly staff: number;
  /** Whether the time is not over. */
  readonly goesOn: () => boolean;
};

/** What is under way at most at a time of one action; a product that falls behind must not drown this process. */
const UNDER_WAY_MAX = 60;

/** Does everything that a district does, at the pace of its working hours and scattered as life is, until the end. */
export async function workAtPace(options: Options): Promise<void> {
  const { scene, staff, goesOn } = options;
  const size = { communities: scene.sites.length, staff };
  await Promise.all(
    HABITS.map(async (habit) => {
      const everyMs = (WORK.hours * 3_600_000) / timesPerDay(habit, size);
      const underWay = new Set<Promise<void>>();
      while (goesOn()) {
        // Intervals of strangers: many short ones, few long ones.
        await pause(-Math.log(1 - Math.random()) * everyMs, goesOn);
        if (!goesOn()) break;
        const site = scene.sites[Math.floor(Math.random() * scene.sites.length)];
        if (!site) break;
        if (underWay.size >= UNDER_WAY_MAX) await Promise.race(underWay);
        const one = doOnce(options, habit.action, site).finally(() => underWay.delete(one));
        underWay.add(one);
      }
      await Promise.all(underWay);
    }),
  );
}

/** One action with all its requests; what is not as expected is noted, and the load goes on. */
async function doOnce({ scene, ask, measured }: Options, name: string, site: Site): Promise<void> {
  const action = ACTIONS[name];
  if (!action) throw new Error(`There is no action ${name}.`);
  const timed: Ask = async (...question) => {
    const started = performance.now();
    const reply = await ask(...question);
    measured.request(name, performance.now() - started);
    return reply;
  };
  try {
    await action(timed, site, scene);
  } catch (error) {
    measured.fault(name, error);
  }
}

/** Waits, and no longer than the load goes on. */
async function pause(ms: number, goesOn: () => boolean): Promise<void> {
  const until = Date.now() + ms;
  while (goesOn() && Date.now() < until) await setTimeout(Math.min(1_000, Math.max(1, until - Date.now())));
}
