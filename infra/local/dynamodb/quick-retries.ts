import type { DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";

type RetryStrategy = Extract<NonNullable<DynamoDBClientConfig["retryStrategy"]>, { acquireInitialRetryToken: unknown }>;
type RetryToken = Awaited<ReturnType<RetryStrategy["acquireInitialRetryToken"]>>;

const RETRIES = 2;
const PAUSE = 2;

/** The SDK's usual retries with hardly a pause: an engine in this process has nothing to recover from. */
export const quickRetries: RetryStrategy = {
  acquireInitialRetryToken: async () => token(0),
  async refreshRetryTokenForRetry(previous, { errorType }) {
    const worthwhile = errorType === "THROTTLING" || errorType === "TRANSIENT";
    if (!worthwhile || previous.getRetryCount() >= RETRIES) throw new Error("Not to be tried again");
    return token(previous.getRetryCount() + 1);
  },
  recordSuccess() {},
};

const token = (count: number): RetryToken => ({
  getRetryCount: () => count,
  getRetryDelay: () => (count > 0 ? PAUSE : 0),
});
