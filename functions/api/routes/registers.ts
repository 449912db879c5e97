import { Hono } from "hono";
import { REGISTERS } from "../../../shared/schema/registers.ts";
import { definitionOf } from "../definitions.ts";
import type { ApiEnv } from "../env.ts";

/** The lists the caller may read: GET /registers. */
export const registerRoutes = () =>
  new Hono<ApiEnv>().get("/registers", (c) => {
    const rights = c.get("rights");
    const readable = [...REGISTERS.values()].filter(({ name }) => rights.can("read", name));
    return c.json({ registers: readable.map((register) => definitionOf(register, rights)) });
  });
