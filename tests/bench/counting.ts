import type { AttributeValue, DynamoDBRecord } from "aws-lambda";
import { createCounts } from "../../functions/counts/counts.ts";
import type { TestForms } from "../functions/form/forms.ts";
import { COMMUNITY } from "../support/api.ts";

type Values = Readonly<Record<string, string>>;

/** What the counting function pays for one change, as the stream tells it. */
export function counting({ deps }: TestForms) {
  const counts = createCounts(deps);
  return async (register: string, id: string, version: number, values: Values): Promise<{ status: number }> => {
    const { batchItemFailures } = await counts({ Records: [told(register, id, version, values, deps.now())] });
    return { status: batchItemFailures.length === 0 ? 200 : 500 };
  };
}

function told(register: string, id: string, version: number, values: Values, now: number): DynamoDBRecord {
  const keys = { pk: { S: `R#${register}#${COMMUNITY}` }, sk: { S: id } };
  const texts = Object.entries(values).map(([key, value]): [string, AttributeValue] => [key, { S: value }]);
  return {
    eventName: "MODIFY",
    dynamodb: {
      Keys: keys,
      NewImage: { ...keys, version: { N: `${version}` }, values: { M: Object.fromEntries(texts) } },
      SequenceNumber: "1",
      ApproximateCreationDateTime: Math.floor(now / 1000),
    },
  };
}
