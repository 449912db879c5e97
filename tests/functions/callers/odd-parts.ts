import fc from "fast-check";

const NUL = String.fromCharCode(0);
const deep = (open: string, close: string) => `${open.repeat(20_000)}1${close.repeat(20_000)}`;

/** What stands where something else belongs. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, -1, 0, 0.5, 1e308, -1e308, 2 ** 53, 2 ** 31, [], {}, [null], [[]], [{}]),
  fc.constantFrom(
    "",
    " ",
    NUL,
    `a${NUL}b`,
    "\ud800",
    "\udfff x",
    "\u202e",
    "👨‍👩‍👧‍👦",
    "__proto__",
    "constructor",
    "toString",
  ),
  fc.constantFrom("2026-02-30", "0000-00-00", "9999-99-99", "2026-06-01T25:61", "+275760-09-13", "-1", "1e999", "NaN"),
  fc.constantFrom(
    "x".repeat(70_000),
    "名".repeat(3000),
    Array.from({ length: 3000 }, (_, at) => at),
    { "": "" },
  ),
  fc.constant({ length: -1, toJSON: 1 }),
  fc.anything({ maxDepth: 3 }).filter((value) => canBeWritten(value)),
);

export const oddBody: fc.Arbitrary<string | Uint8Array> = fc.constantFrom<string | Uint8Array>(
  "",
  "{",
  "null",
  "[]",
  '"text"',
  "1e999",
  '{"values":1e999}',
  '{"values":{"name":1e999}}',
  '{"values":{"__proto__":{"admin":true}}}',
  '{"values":null,"values":{}}',
  '{"values":{"name":"\\ud800"}}',
  deep("[", "]"),
  deep('{"values":', "}"),
  "\ufeff{}",
  `{"values":{"name":"${"x".repeat(1_200_000)}"}}`,
  new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]),
  new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 0, 0, 0xff, 0xff]),
  new Uint8Array(0),
);

export const oddType = fc.constantFrom(
  "",
  "text/plain",
  "multipart/form-data",
  "multipart/form-data; boundary=x",
  "application/json; charset=gbk",
  "application/problem+json",
  "application/x-www-form-urlencoded",
  "application/octet-stream",
  "text/csv",
  "*/*; q=x",
);

export const oddPart = fc.constantFrom(
  "%00",
  "%ff",
  "%C3%28",
  "%2e%2e",
  "%2f",
  "%5c",
  "%20",
  "%ED%A0%80",
  "a".repeat(3000),
  "%E9%95%BF".repeat(600),
  "__proto__",
  "constructor",
  "toString",
  "0",
  "-1",
  "1e999",
  "2026-13",
  "2026-02-30",
  "500100001001%23x",
  "%F0%9F%98%80",
  "01kt0ehj80935b1e1sv76rj8wa",
  "%",
  ":",
  "*",
);

export const oddQuery = fc.constantFrom(
  "limit=-1",
  "limit=1e9",
  "limit=0",
  "limit=NaN",
  "limit=5&limit=x",
  "cursor=",
  "cursor=%ff",
  "cursor=AAAA.BBBB",
  `cursor=${"A".repeat(5000)}`,
  "since=yesterday",
  "day=2026-02-30",
  "date=0000-00-00",
  "month=2026-13&book=cash",
  "month=%00&book=__proto__",
  "year=-1&state=constructor",
  "lang=__proto__",
  "area=%00",
  "area=500100&period=9999-99&by=toString",
  "period=now&by=area,area,area",
  "format=exe",
  "state=%ED%A0%80",
  "%=%&&&==",
  "__proto__=1&constructor=2",
);

export const oddHeader: fc.Arbitrary<Readonly<Record<string, string>>> = fc.constantFrom<
  Readonly<Record<string, string>>
>(
  { "idempotency-key": "" },
  { "idempotency-key": "k".repeat(9000) },
  { "idempotency-key": "\u00e9\u00ff" },
  { "idempotency-key": "the request" },
  { "if-match": "*" },
  { "if-match": "W/" },
  { "if-match": '"-1"' },
  { "if-match": "99999999999999999999" },
  { "accept-language": "zh;q=9,*;q=-1,,;;" },
  { "accept-language": "x".repeat(5000) },
  { accept: "application/__proto__" },
  { "content-encoding": "gzip" },
  { "content-length": "-1" },
  { "x-forwarded-proto": "javascript:" },
  { host: "" },
  { cookie: `session=%ff; session=; ${"a=b;".repeat(500)}` },
);

function canBeWritten(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== undefined;
  } catch {
    return false;
  }
}
