import { Aws, CfnCondition, CfnParameter, Fn, type Stack, Token } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";

/** An outside issuer (外部统一身份认证) as a deployment names it: what a function is told of it, and may read for it. */
export type OutsideIssuer = { readonly variables: Record<string, string>; readonly statement: PolicyStatement };

/** The name of the parameter that holds our client's secret; whoever switches the issuer on puts it there. */
export const clientSecretParameter = Fn.join("", ["/linli/", Aws.STACK_NAME, "/oidc-client-secret"]);

/** Parameters of the stack; as long as no issuer is named, functions are told of none. */
export function outsideIssuer(stack: Stack): OutsideIssuer {
  const parameter = (id: string, description: string, more: { default?: string; allowedPattern?: string } = {}) =>
    new CfnParameter(stack, id, { default: "", description, ...more }).valueAsString;
  const issuer = parameter("OidcIssuer", "https://... of an OpenID Connect issuer; empty: none", {
    allowedPattern: "(https://[^ ]+)?",
  });
  const values = {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: parameter("OidcClientId", "Our client's id at the issuer"),
    OIDC_LABEL_ZH: parameter("OidcLabelZh", "What people call the issuer, in Chinese", { default: "单位统一账号" }),
    OIDC_LABEL_EN: parameter("OidcLabelEn", "What people call the issuer, in English", {
      default: "your organisation's account",
    }),
    OIDC_SECRET_PARAMETER: clientSecretParameter,
  };
  const given = new CfnCondition(stack, "HasOidcIssuer", {
    expression: Fn.conditionNot(Fn.conditionEquals(issuer, "")),
  });
  const ifGiven = (value: string) => Token.asString(Fn.conditionIf(given.logicalId, value, Fn.ref("AWS::NoValue")));
  const arn = ["arn:", Aws.PARTITION, ":ssm:", Aws.REGION, ":", Aws.ACCOUNT_ID, ":parameter", clientSecretParameter];
  return {
    variables: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, ifGiven(value)])),
    statement: new PolicyStatement({ actions: ["ssm:GetParameter"], resources: [Fn.join("", arn)] }),
  };
}
