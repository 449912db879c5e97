/** What the engine answers when it refuses: DynamoDB's own error names, statuses and JSON shape. */
export class DynamoError extends Error {
  readonly namespace: string;
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(namespace: string, name: string, message: string, status = 400, details: Record<string, unknown> = {}) {
    super(message);
    this.name = name;
    this.namespace = namespace;
    this.status = status;
    this.details = details;
  }
}

/** The answer never reached the caller; whether the write happened is what the caller must find out. */
export class ConnectionLost extends Error {
  readonly code = "ECONNRESET";

  constructor() {
    super("socket hang up");
    this.name = "ConnectionLost";
  }
}

const DYNAMODB = "com.amazonaws.dynamodb.v20120810";
const CORAL_VALIDATE = "com.amazon.coral.validate";
const CORAL_SERVICE = "com.amazon.coral.service";
const CORAL_AVAILABILITY = "com.amazon.coral.availability";

export const validation = (message: string): DynamoError =>
  new DynamoError(CORAL_VALIDATE, "ValidationException", message);

export const serialization = (message: string): DynamoError =>
  new DynamoError(CORAL_SERVICE, "SerializationException", message);

export const unknownOperation = (message: string): DynamoError =>
  new DynamoError(CORAL_SERVICE, "UnknownOperationException", message);

export const missingAuthentication = (): DynamoError =>
  new DynamoError(CORAL_SERVICE, "MissingAuthenticationTokenException", "Request is missing Authentication Token");

export const throttling = (): DynamoError =>
  new DynamoError(
    CORAL_AVAILABILITY,
    "ThrottlingException",
    "Throughput exceeds the current capacity of your table or index.",
  );

export const throughputExceeded = (): DynamoError =>
  new DynamoError(
    DYNAMODB,
    "ProvisionedThroughputExceededException",
    "The level of configured provisioned throughput for the table was exceeded.",
  );

export const internalServerError = (): DynamoError =>
  new DynamoError(DYNAMODB, "InternalServerError", "The request processing has failed.", 500);

export const resourceNotFound = (message = "Requested resource not found"): DynamoError =>
  new DynamoError(DYNAMODB, "ResourceNotFoundException", message);

export const resourceInUse = (message: string): DynamoError =>
  new DynamoError(DYNAMODB, "ResourceInUseException", message);

export const transactionConflict = (): DynamoError =>
  new DynamoError(DYNAMODB, "TransactionConflictException", "Transaction is ongoing for the item");

export const transactionInProgress = (): DynamoError =>
  new DynamoError(
    DYNAMODB,
    "TransactionInProgressException",
    "The transaction with the given request token is already in progress.",
  );

export const idempotentParameterMismatch = (): DynamoError =>
  new DynamoError(
    DYNAMODB,
    "IdempotentParameterMismatchException",
    "Given idempotent token was already used with different request parameters.",
  );

export const expiredIterator = (): DynamoError =>
  new DynamoError(DYNAMODB, "ExpiredIteratorException", "The shard iterator has expired.");

export const trimmedData = (): DynamoError =>
  new DynamoError(DYNAMODB, "TrimmedDataAccessException", "The requested records are beyond the trim horizon.");

export const conditionFailed = (item?: unknown): DynamoError =>
  new DynamoError(
    DYNAMODB,
    "ConditionalCheckFailedException",
    "The conditional request failed",
    400,
    item === undefined ? {} : { Item: item },
  );

/** Why one action of a transaction did not go through; `None` for those that would have. */
export type CancellationReason = { Code: string; Message?: string; Item?: unknown };

export function transactionCanceled(reasons: readonly CancellationReason[]): DynamoError {
  const codes = reasons.map((reason) => reason.Code).join(", ");
  return new DynamoError(
    DYNAMODB,
    "TransactionCanceledException",
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    400,
    { CancellationReasons: reasons },
  );
}

/** The error as the protocol's JSON body has it. */
export const errorBody = (error: DynamoError): Record<string, unknown> => ({
  __type: `${error.namespace}#${error.name}`,
  message: error.message,
  ...error.details,
});
