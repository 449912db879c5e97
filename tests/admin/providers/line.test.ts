import { expect, test } from "vitest";
import { createLine } from "../../../admin/providers/line.ts";

/** A line to a server that is there or not, and has one console or another; time passes when the test says so. */
function lineTo() {
  const server = { isUp: true, isNewer: false };
  let timers: (() => void)[] = [];
  const line = createLine({
    probe: async () => {
      if (!server.isUp) throw new TypeError("Failed to fetch");
      return true;
    },
    isNewer: async () => server.isNewer,
    later: (run) => void timers.push(run),
  });
  let backs = 0;
  line.onBack(() => {
    backs += 1;
  });
  const rest = async () => {
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  const pass = async () => {
    const due = timers;
    timers = [];
    for (const run of due) run();
    await rest();
  };
  return { line, server, pass, rest, backs: () => backs, waiting: () => timers.length };
}

test("one request that failed is no lost line as long as the server answers", async () => {
  const { line, rest, backs, waiting } = lineTo();
  line.met(false);
  await rest();
  expect(line.state().reach).toBe("up");
  expect([backs(), waiting()]).toEqual([0, 0]);
});

test("a lost line is asked after until it is back, and then once says so to whoever waits", async () => {
  const { line, server, pass, rest, backs, waiting } = lineTo();
  server.isUp = false;
  for (let request = 0; request < 3; request += 1) line.met(false);
  await rest();
  await pass();
  expect(line.state().reach).toBe("lost");
  expect(waiting()).toBe(1);
  server.isUp = true;
  await pass();
  expect(line.state().reach).toBe("up");
  expect([backs(), waiting()]).toEqual([1, 0]);
});

test("whoever comes back to a renewed server is told; what cannot be fetched is told from what is newer", async () => {
  const { line, server, pass, rest } = lineTo();
  line.missed();
  await rest();
  expect(line.state().version).toBe("missing");
  server.isUp = false;
  line.met(false);
  await rest();
  [server.isUp, server.isNewer] = [true, true];
  await pass();
  expect(line.state()).toEqual({ reach: "up", session: "open", version: "newer" });
});

test("a session that is open again lets everything go on that had failed", () => {
  const { line, backs } = lineTo();
  line.ended();
  line.ended();
  expect(line.state().session).toBe("ended");
  line.resumed();
  expect(backs()).toBe(1);
});
