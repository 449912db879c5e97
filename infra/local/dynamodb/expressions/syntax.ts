/** One step into an item: an attribute (a `#name` still to be looked up, or the name itself) or a list position. */
export type Step = string | number;
export type Path = readonly Step[];

export type Operand = { kind: "path"; path: Path } | { kind: "value"; name: string } | { kind: "size"; path: Path };

export type Comparator = "=" | "<>" | "<" | "<=" | ">" | ">=";

export type Condition =
  | { kind: "and" | "or"; left: Condition; right: Condition }
  | { kind: "not"; inner: Condition }
  | { kind: "compare"; operator: Comparator; left: Operand; right: Operand }
  | { kind: "between"; value: Operand; lower: Operand; upper: Operand }
  | { kind: "in"; value: Operand; candidates: readonly Operand[] }
  | { kind: "exists" | "notExists"; path: Path }
  | { kind: "type"; path: Path; type: Operand }
  | { kind: "beginsWith" | "contains"; value: Operand; part: Operand };

/** The right side of a SET. */
export type Expression =
  | Operand
  | { kind: "ifNotExists"; path: Path; otherwise: Expression }
  | { kind: "listAppend"; first: Expression; second: Expression }
  | { kind: "plus" | "minus"; left: Expression; right: Expression };

export type Update = {
  set: readonly { path: Path; value: Expression }[];
  remove: readonly Path[];
  add: readonly { path: Path; value: string }[];
  delete: readonly { path: Path; value: string }[];
};

/** A parsed expression, the placeholders and the paths it mentions. */
export type Parsed<T> = {
  tree: T;
  names: ReadonlySet<string>;
  values: ReadonlySet<string>;
  paths: readonly Path[];
};

export type ExpressionKind =
  | "ConditionExpression"
  | "FilterExpression"
  | "KeyConditionExpression"
  | "ProjectionExpression"
  | "UpdateExpression";
