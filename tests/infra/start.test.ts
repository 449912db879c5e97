import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { forgetInterruptedSeed, seedOnce } from "../../infra/local/demo-seed.ts";
import { claimFolder, FolderInUse, type Invitation, runningInstance } from "../../infra/local/instance.ts";
import { planOf } from "../../infra/local/plan.ts";
import { openSavedState } from "../../infra/local/saved-state.ts";
import { readSettings } from "../../infra/local/settings.ts";
import { resolveTemplate } from "../../infra/local/template.ts";

const folder = () => mkdtempSync(join(tmpdir(), "linli-start-"));

const ISSUER = {
  OIDC_ISSUER: "https://sso.example.cn/realms/district",
  OIDC_CLIENT_ID: "linli",
  OIDC_CLIENT_SECRET: "secret",
  OIDC_LABEL_ZH: "区统一认证",
};

describe("settings", () => {
  test("without any, Linli serves this machine only", () => {
    expect(readSettings([], {})).toEqual({
      port: 8787,
      host: "127.0.0.1",
      dataDir: ".linli",
      publicUrl: undefined,
      secondStep: false,
      tls: undefined,
      issuer: undefined,
      demo: true,
      watch: false,
    });
  });

  test("an office network is one word away, without the demo another", () => {
    expect(readSettings(["--lan", "--no-demo"], {})).toMatchObject({ host: "0.0.0.0", demo: false });
    expect(readSettings(["--lan"], { HOST: "10.0.0.5" }).host).toBe("10.0.0.5");
  });

  test("the public address is kept without its trailing slash", () => {
    expect(readSettings([], { PUBLIC_URL: "https://linli.example.cn/" }).publicUrl).toBe("https://linli.example.cn");
  });

  test("an outside issuer is named with our client there, plain http on this machine alone", () => {
    expect(readSettings([], ISSUER).issuer).toEqual({
      url: "https://sso.example.cn/realms/district",
      clientId: "linli",
      clientSecret: "secret",
      zh: "区统一认证",
    });
    for (const OIDC_ISSUER of ["http://127.0.0.1:3000", "http://localhost:3000/", "http://[::1]/"]) {
      expect(readSettings([], { ...ISSUER, OIDC_ISSUER }).issuer?.url).toBe(OIDC_ISSUER);
    }
  });

  test.each([
    [[], { PORT: "http" }, /PORT/],
    [[], { PORT: "70000" }, /PORT/],
    [[], { PUBLIC_URL: "linli.example.cn" }, /PUBLIC_URL/],
    [[], { TLS_CERT: "cert.pem" }, /TLS_KEY/],
    [[], { TLS_CERT: "/no/cert.pem", TLS_KEY: "/no/key.pem" }, /no file/],
    [[], { OIDC_ISSUER: "https://sso.example.cn" }, /OIDC_CLIENT_ID/],
    [[], { OIDC_CLIENT_SECRET: "secret" }, /OIDC_ISSUER/],
    [[], { ...ISSUER, OIDC_ISSUER: "sso.example.cn" }, /https address/],
    [[], { ...ISSUER, OIDC_ISSUER: "http://sso.example.cn" }, /https address/],
    [[], { ...ISSUER, OIDC_ISSUER: "http://localhost.example.cn" }, /https address/],
    [["--wan"], {}, /--wan/],
  ])("a mistake is named: %j %j", (args, env, message) => {
    expect(() => readSettings(args, env)).toThrow(message);
  });
});

describe("a data folder", () => {
  test("belongs to one process at a time", async () => {
    const path = folder();
    const first = await claimFolder(path);
    await expect(claimFolder(path)).rejects.toThrow(FolderInUse);
    first.release();
    const second = await claimFolder(path);
    second.release();
  });

  test("is free again after a process that died without a word", async () => {
    const path = folder();
    writeFileSync(join(path, "running.json"), '{"pid":1,"control":"http://127.0.0.1:1","secret":"x"}');
    (await claimFolder(path)).release();
    writeFileSync(join(path, "running.json"), '{"pid":');
    (await claimFolder(path)).release();
  });

  test("lets only its owner ask the running instance for an invitation", async () => {
    const path = folder();
    const instance = await claimFolder(path);
    const invite = async ({ area, name }: Invitation) => ({ url: `http://x/${area}/${name}` });
    instance.open({
      invite,
      backup: async (to) => ({ path: to }),
      rotateKeys: async () => ({ current: "2" }),
      move: async () => ({ told: "" }),
    });
    const running = await runningInstance(path);
    expect(await running?.invite({ area: "500100", name: "d" })).toEqual({ url: "http://x/500100/d" });
    expect(statSync(join(path, "running.json")).mode & 0o777).toBe(0o600);
    const { control } = JSON.parse(readFileSync(join(path, "running.json"), "utf8"));
    const stranger = await fetch(`${control}/invite`, { method: "POST", body: '{"area":"500100","name":"d"}' });
    expect(stranger.status).toBe(401);
    instance.release();
    expect(await runningInstance(path)).toBeUndefined();
  });

  test("with half a demo begins again, and one in real use is never touched", () => {
    for (const [state, forgotten] of [
      ["started", true],
      ["seeded", false],
      ["none", false],
    ] as const) {
      const path = folder();
      writeFileSync(join(path, "linli.sqlite"), "data");
      openSavedState(path).write("demo", state);
      expect(forgetInterruptedSeed(path)).toBe(forgotten);
      expect(existsSync(join(path, "linli.sqlite"))).toBe(!forgotten);
    }
    expect(forgetInterruptedSeed(join(folder(), "missing"))).toBe(false);
  });
});

describe("the demo", () => {
  const options = (dataDir: string, wanted: boolean) => ({
    wanted,
    dataDir,
    baseUrl: "http://127.0.0.1:9000",
    invite: () => Promise.reject(new Error("Nobody is to be invited")),
    offerRoles: () => Promise.reject(new Error("Nothing is to be offered")),
    newDay: () => Promise.reject(new Error("Nothing is to be done")),
    log: () => {},
  });

  test("never comes to a folder that was begun without it", async () => {
    const path = folder();
    expect(await seedOnce(options(path, false))).toBe("none");
    expect(await seedOnce(options(path, true))).toBe("none");
  });

  test("is filled in once, and its file names the address of today", async () => {
    const path = folder();
    openSavedState(path).write("demo", "seeded");
    const demo = { baseUrl: "http://127.0.0.1:8787", district: { tokenEndpoint: "http://127.0.0.1:8787/auth/token" } };
    writeFileSync(join(path, "demo.json"), JSON.stringify(demo));
    expect(await seedOnce(options(path, true))).toBe("seeded");
    expect(JSON.parse(readFileSync(join(path, "demo.json"), "utf8"))).toEqual({
      baseUrl: "http://127.0.0.1:9000",
      district: { tokenEndpoint: "http://127.0.0.1:9000/auth/token" },
    });
  });
});

describe("a template is run whole or not at all", () => {
  const template = (Resources: Record<string, { Type: string; Properties?: Record<string, string> }>) =>
    resolveTemplate({ Resources });

  test("a resource that the runner does not know is an error", () => {
    expect(() => planOf(template({ Bucket: { Type: "AWS::S3::Bucket" } }))).toThrow(/AWS::S3::Bucket \(Bucket\)/);
  });

  test("so is a setting that it cannot honour", () => {
    const properties = { BillingMode: "PROVISIONED" };
    expect(() => planOf(template({ T: { Type: "AWS::DynamoDB::Table", Properties: properties } }))).toThrow(
      /BillingMode/,
    );
  });

  test.each([
    { Condition: { StringEquals: { "aws:SourceVpc": "vpc-1" } } },
    { Condition: { "ForAllValues:StringLike": { "dynamodb:Attributes": ["name"] } } },
    { NotAction: "dynamodb:DeleteItem" },
  ])("so is a right under a condition that it cannot weigh: %j", (more) => {
    const statement = { Effect: "Allow", Action: "dynamodb:GetItem", Resource: "*", ...more };
    const properties = { Policies: [{ PolicyDocument: { Statement: [statement] } }] };
    const resources = resolveTemplate({ Resources: { Role: { Type: "AWS::IAM::Role", Properties: properties } } });
    expect(() => planOf(resources)).toThrow(/cannot run Role \(AWS::IAM::Role\)[\s\S]*Statement\[0\]/);
  });

  test("references, attributes, joins, substitutions and conditions become values", () => {
    const given = (PublicUrl: string) =>
      resolveTemplate(
        {
          Parameters: { PublicUrl: { Default: "" } },
          Conditions: { Has: { "Fn::Not": [{ "Fn::Equals": [{ Ref: "PublicUrl" }, ""] }] } },
          Resources: {
            T: { Type: "AWS::DynamoDB::Table" },
            X: {
              Type: "X",
              Properties: {
                ref: { Ref: "T" },
                arn: { "Fn::GetAtt": ["T", "Arn"] },
                join: { "Fn::Join": ["-", ["a", { Ref: "AWS::Region" }]] },
                // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own placeholders
                sub: { "Fn::Sub": "${AWS::Partition}/${T}/${T.Arn}" },
                url: { "Fn::If": ["Has", { Ref: "PublicUrl" }, { Ref: "AWS::NoValue" }] },
              },
            },
          },
        },
        { PublicUrl },
      )[1]?.properties;
    const arn = "arn:aws-cn:dynamodb:cn-north-1:000000000000:table/T";
    const values = { ref: "T", arn, join: "a-cn-north-1", sub: `aws-cn/T/${arn}` };
    expect(given("")).toEqual(values);
    expect(given("https://x")).toEqual({ ...values, url: "https://x" });
  });

  test.each([{ Ref: "Missing" }, { "Fn::GetAtt": ["Missing", "Arn"] }, { "Fn::Cidr": ["x"] }])(
    "a reference that leads nowhere is an error: %j",
    (value) => {
      expect(() => resolveTemplate({ Resources: { X: { Type: "X", Properties: { value } } } })).toThrow();
    },
  );
});
