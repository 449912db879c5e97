import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { Engine } from "../../../infra/local/dynamodb/engine.ts";
import { ConnectionLost, DynamoError } from "../../../infra/local/dynamodb/errors.ts";

/** Looks like a signature; a server on this machine or network that does not check it is content. */
const AUTHORIZATION =
  "AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0";
/** Tokens of transactions are the whole server's, like tables. */
const MARKED = ["TableName", "ClientRequestToken"];
const OF_STREAMS = ["DescribeStream", "GetShardIterator", "GetRecords"];

/** The answer of a server, or what it refused with; throws DynamoError, or ConnectionLost when nothing came back. */
export async function ask(endpoint: string, operation: string, input: string): Promise<string> {
  const service = OF_STREAMS.includes(operation) ? "DynamoDBStreams_20120810" : "DynamoDB_20120810";
  const headers = {
    "content-type": "application/x-amz-json-1.0",
    "x-amz-target": `${service}.${operation}`,
    "x-amz-date": "20260101T000000Z",
    authorization: AUTHORIZATION,
  };
  const answer = await fetch(endpoint, { method: "POST", headers, body: input })
    .then(async (response) => ({ ok: response.ok, body: await response.text() }))
    .catch(() => {
      throw new ConnectionLost();
    });
  if (answer.ok) return answer.body;
  const { __type = "", message, Message, ...details } = JSON.parse(answer.body); // an error of the protocol
  const [namespace, name = ""] = String(__type).split("#");
  throw new DynamoError(namespace ?? "", name, String(message ?? Message ?? ""), 400, details);
}

/**
 * Any server that speaks DynamoDB, seen through the engine's own door.
 * Its tables and tokens carry a mark that the caller never sees, so that nobody else's are touched.
 */
export function remoteEngine(endpoint: string): Engine {
  const mark = `-${randomUUID().slice(0, 8)}`;
  const made: string[] = [];
  const marked = (input: unknown): string =>
    JSON.stringify(input, (name, value) => {
      if (MARKED.includes(name) && typeof value === "string") return value + mark;
      if (name !== "RequestItems") return value;
      return Object.fromEntries(Object.entries(value).map(([table, requests]) => [table + mark, requests]));
    });
  const send = async (operation: string, input: unknown) => {
    const answer: unknown = JSON.parse((await ask(endpoint, operation, marked(input))).replaceAll(`${mark}"`, '"'));
    if (operation === "CreateTable") {
      const { TableName } = input as { TableName: string }; // it was made, so it has a name
      made.push(TableName);
      while (!(await ask(endpoint, "DescribeTable", marked({ TableName }))).includes('"ACTIVE"')) await setTimeout(100);
    }
    return answer;
  };
  const ours = () => {
    throw new Error("Only our own engine does this");
  };
  return {
    send,
    ...{ onWrite: ours, sweep: ours, copyTo: ours },
    async close() {
      // A server that cannot delete a table keeps it.
      for (const TableName of made) await ask(endpoint, "DeleteTable", marked({ TableName })).catch(() => undefined);
    },
  };
}
