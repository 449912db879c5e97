import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SSMClient } from "@aws-sdk/client-ssm";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { countUnits, meterOfRequest } from "./meter.ts";

export type Documents = DynamoDBDocumentClient;

/** Table names a function was given; a name it was not given is empty, and a role without rights would refuse it. */
export type Tables = { readonly records: string; readonly counts: string; readonly accounts: string };

/** What an installation is told about an outside issuer, if it has one. */
export type IssuerEnvironment = {
  readonly url: string;
  readonly clientId: string;
  readonly label: { readonly zh: string; readonly en: string };
  /** Name of the parameter that holds the client's secret. */
  readonly secretParameter: string;
};

export type Environment = {
  readonly tables: Tables;
  readonly keyParameter: string;
  readonly publicUrl: string | undefined;
  readonly secondStepRequired: boolean;
  readonly issuer: IssuerEnvironment | undefined;
};

/** What the environment says; read here and nowhere else, so that no function has a local branch. */
export function environment(): Environment {
  const { RECORDS_TABLE, COUNTS_TABLE, ACCOUNTS_TABLE, KEY_PARAMETER, PUBLIC_URL, SECOND_STEP } = process.env;
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_SECRET_PARAMETER, OIDC_LABEL_ZH, OIDC_LABEL_EN } = process.env;
  return {
    tables: { records: RECORDS_TABLE ?? "", counts: COUNTS_TABLE ?? "", accounts: ACCOUNTS_TABLE ?? "" },
    keyParameter: KEY_PARAMETER ?? "",
    publicUrl: PUBLIC_URL || undefined,
    secondStepRequired: SECOND_STEP === "required",
    issuer: OIDC_ISSUER
      ? {
          url: OIDC_ISSUER,
          clientId: OIDC_CLIENT_ID ?? "",
          label: { zh: OIDC_LABEL_ZH ?? "", en: OIDC_LABEL_EN ?? "" },
          secretParameter: OIDC_SECRET_PARAMETER ?? "",
        }
      : undefined,
  };
}

/** The database as functions speak to it: absent values are left out of an item instead of being refused. */
export function openDocuments(): Documents {
  const client = new DynamoDBClient({ logger: quiet() });
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  countUnits(documents, meterOfRequest);
  return documents;
}

/** The SDK copies each request and answer for its log, even where nobody reads it; without `info` it spares that. */
function quiet(): NonNullable<ConstructorParameters<typeof DynamoDBClient>[0]>["logger"] & object {
  const nothing = () => undefined;
  return Object.assign(Object.create(null), { debug: nothing, warn: nothing, error: nothing });
}

export function openParameters(): SSMClient {
  return new SSMClient({});
}
