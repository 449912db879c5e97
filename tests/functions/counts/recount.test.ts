import { DeleteCommand } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { COMMUNITY } from "../../support/api.ts";
import { TEST_TABLES } from "../../support/tables.ts";
import { openWorld, recount, totalsOf } from "./world.ts";

const DAY = "2026-10-20";
const person = (sex: string) => ({ live: "here", sex, birth: "1980-05-05" });
const clerk = (name: string) => ({ person: name, post: "clerk", from: "2026-01-01", birth: "1990-11-20" });

/** Figures that miss what was written, put right and removed while nobody listened to the stream. */
async function openGap() {
  const world = await openWorld(`${DAY}T09:00`);
  const { put, pump, deps } = world;
  for (let n = 0; n < 60; n += 1) await put(COMMUNITY, "residents", `r${n}`, person("1"));
  await put(COMMUNITY, "posts", "a", clerk("王一"));
  await pump.run();
  for (let n = 0; n < 20; n += 1) await put(COMMUNITY, "residents", `r${n}`, person("2"));
  for (let n = 60; n < 80; n += 1) await put(COMMUNITY, "residents", `r${n}`, person("2"));
  for (let n = 20; n < 25; n += 1) {
    const Key = { pk: `R#residents#${COMMUNITY}`, sk: `r${n}` };
    await deps.documents.send(new DeleteCommand({ TableName: TEST_TABLES.records, Key }));
  }
  await put(COMMUNITY, "residents", "r25", undefined);
  await put(COMMUNITY, "posts", "b", clerk("李二"));
  const untold = await pump.take();
  return { ...world, untold };
}

test("what the stream never told is put right by a recount, and what it tells afterwards changes nothing", async () => {
  const { pump, deps, untold } = await openGap();
  const wanted = await recount(deps, COMMUNITY, DAY);
  expect(await totalsOf(deps, COMMUNITY)).not.toEqual(wanted);
  await pump.handler({ recount: COMMUNITY });
  expect(await totalsOf(deps, COMMUNITY)).toEqual(wanted);
  expect(wanted).toMatchObject({ "T01.residents": 74, "T05.staff.all": 2 });
  await pump.handler({ recount: COMMUNITY });
  await pump.handler({ Records: untold });
  expect(await totalsOf(deps, COMMUNITY)).toEqual(wanted);
});

test("killed after any of its writes and begun again, with the stream told and another recount at the same time, it counts each once", async () => {
  const { pump, put, deps, untold } = await openGap();
  let writesLeft = 0;
  deps.documents.middlewareStack.add(
    (send) => async (args) => {
      const isWrite = ["TransactItems", "Item", "UpdateExpression"].some((field) => field in args.input);
      if (isWrite && writesLeft-- <= 0) throw new Error("The counter has died.");
      return send(args);
    },
    { step: "initialize" },
  );
  for (let lives = 0; lives < 3; lives += 1) {
    writesLeft = lives;
    await expect(pump.handler({ recount: COMMUNITY })).rejects.toThrow("died");
  }
  writesLeft = Number.POSITIVE_INFINITY;
  await put(COMMUNITY, "residents", "new", person("1"));
  const news = await pump.take();
  await Promise.all([
    pump.handler({ recount: COMMUNITY }),
    pump.handler({ Records: [...untold, ...news] }),
    pump.handler({ recount: COMMUNITY }),
  ]);
  expect(await totalsOf(deps, COMMUNITY)).toEqual(await recount(deps, COMMUNITY, DAY));
});

test("a recount of what is no community is refused", async () => {
  const { pump } = await openWorld();
  await expect(pump.handler({ recount: "500112" })).rejects.toThrow("12-digit");
});
