/**
 * How many candidates an election needs (差额, C2, S3.12): the seats and a share of them more, a part of a person
 * counting as one, and never fewer than `least` more.
 * @param rate hundredths of a percent of the seats (2000 = 20 %)
 */
export function candidatesFor(seats: number, rate: number, least: number): number {
  return seats + Math.max(least, Math.ceil((seats * rate) / 10_000));
}
