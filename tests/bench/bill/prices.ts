import type { Quantity } from "./arithmetic.ts";

/** What one of something costs in US dollars, where that is written, and whether it was read there and not only quoted. */
export type Price = { readonly usd: number; readonly unit: string; readonly source: string; readonly isRead: boolean };

const MILLION = 1_000_000;
const GB = 1_000_000_000;

/**
 * List prices of AWS in us-east-1 (价格), November 2026, first tier, without any free tier. Prices of cn-north-1 and
 * cn-northwest-1 are in yuan and on pages of their own, which could not be read in full; they are higher for DynamoDB.
 * Whoever deploys there puts them here.
 */
export const REGION = "us-east-1";

export const PRICES: Readonly<Record<Quantity, Price>> = {
  httpRequests: {
    usd: 1.0 / MILLION,
    unit: "request of up to 512 kB",
    source: "aws.amazon.com/api-gateway/pricing, HTTP APIs",
    isRead: false,
  },
  invocations: { usd: 0.2 / MILLION, unit: "call", source: "aws.amazon.com/lambda/pricing", isRead: false },
  gigabyteSeconds: { usd: 0.0000166667, unit: "GB-s, x86", source: "aws.amazon.com/lambda/pricing", isRead: false },
  readUnits: {
    usd: 0.125 / MILLION,
    unit: "read request unit",
    source: "aws.amazon.com/dynamodb/pricing/on-demand, since November 2024",
    isRead: false,
  },
  writeUnits: {
    usd: 0.625 / MILLION,
    unit: "write request unit",
    source: "aws.amazon.com/dynamodb/pricing/on-demand, since November 2024",
    isRead: false,
  },
  storedBytes: {
    usd: (0.25 + 0.2) / GB,
    unit: "byte-month, with continuous backups",
    source: "aws.amazon.com/dynamodb/pricing: 0.25 for data, 0.20 for point-in-time recovery",
    isRead: false,
  },
  sentBytes: { usd: 0.09 / GB, unit: "byte to the internet", source: "aws.amazon.com/ec2/pricing", isRead: false },
  loggedBytes: {
    usd: 0.5 / GB,
    unit: "byte taken in",
    source: "aws.amazon.com/cloudwatch/pricing",
    isRead: false,
  },
  keptLogBytes: {
    usd: 0.03 / GB,
    unit: "byte-month, compressed",
    source: "aws.amazon.com/cloudwatch/pricing",
    isRead: false,
  },
  // A stream's reads by functions, standard parameters, and rules of the clock are free.
};
