import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import * as z from "zod/mini";
import type { Engine } from "./dynamodb/engine.ts";
import { answerRequest } from "./dynamodb/protocol.ts";
import { dynamodbAccesses } from "./dynamodb-access.ts";
import type { ParameterStore } from "./parameter-store.ts";
import type { FunctionPlan } from "./plan.ts";
import { type Access, isAllowed } from "./policy.ts";
import { LOCAL } from "./template.ts";

type Options = {
  readonly engine: Engine;
  readonly parameters: ParameterStore;
  /** The function behind an access key; every function gets one of its own when the runner starts. */
  readonly callerOf: (accessKeyId: string) => FunctionPlan | undefined;
  /** Receives what a role does not allow, and what went wrong here. */
  readonly onProblem: (message: string) => void;
};

export type AwsEndpoint = { readonly url: string; close(): Promise<void> };

/** The services that functions call, on a port of this machine; a request does what its caller's role allows. */
export async function openAwsEndpoint(options: Options): Promise<AwsEndpoint> {
  const server = createServer(async (incoming, outgoing) => {
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
      await answer(options, incoming, Buffer.concat(chunks).toString("utf8"), outgoing);
    } catch (error) {
      const brokenLine = error instanceof Error && "code" in error && error.code === "ECONNRESET";
      if (!brokenLine) options.onProblem(error instanceof Error ? (error.stack ?? error.message) : String(error));
      // The caller learns what it would of a broken line: nothing.
      outgoing.destroy();
    }
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  // Without a path, a server listens on a port, and its address is one.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(options: Options, incoming: IncomingMessage, body: string, outgoing: ServerResponse) {
  const reply = (status: number, text: string): void => {
    outgoing.writeHead(status, { "content-type": "application/x-amz-json-1.0" }).end(text);
  };
  const refuse = (name: string, message: string): void => reply(400, JSON.stringify({ __type: name, message }));

  const accessKeyId = /Credential=([^/]+)\//.exec(incoming.headers.authorization ?? "")?.[1] ?? "";
  const caller = options.callerOf(accessKeyId);
  if (!caller) return refuse("UnrecognizedClientException", "The security token included in the request is invalid.");

  const target = String(incoming.headers["x-amz-target"] ?? "");
  const [service = "", operation = ""] = target.split(".");
  const input: unknown = JSON.parse(body || "{}");
  const accesses = service === "AmazonSSM" ? parameterAccesses(operation, input) : dynamodbAccesses(operation, input);
  const denied = accesses.find((access) => !isAllowed(caller.statements, access));
  if (denied) {
    const keys = denied.leadingKeys?.map((key) => key.split("#").slice(0, 2).join("#")).join(", ") ?? "";
    const message = `User: ${caller.name} is not authorized to perform: ${denied.action} on ${denied.resource} (${keys})`;
    options.onProblem(message);
    return refuse("com.amazon.coral.service#AccessDeniedException", message);
  }
  if (service === "AmazonSSM") {
    const { status, body: result } = options.parameters(operation, input);
    return reply(status, JSON.stringify(result));
  }
  const { status, body: result } = await answerRequest(options.engine, target, body);
  reply(status, result);
}

/** A request for several parameters needs the right to each of them. */
function parameterAccesses(operation: string, input: unknown): Access[] {
  const { Name, Names } = z.parse(namedParameters, input);
  return (Names ?? [Name ?? ""]).map((name) => ({
    action: `ssm:${operation}`,
    resource: `arn:${LOCAL.partition}:ssm:${LOCAL.region}:${LOCAL.account}:parameter${name}`,
  }));
}

const namedParameters = z.looseObject({ Name: z.optional(z.string()), Names: z.optional(z.array(z.string())) });
