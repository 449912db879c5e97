import type { Key } from "../store/table.ts";

/** What belongs to one meeting beside its record: its roll, who came, the door, and the votes it holds. */
export const meetingPartition = (community: string, meeting: string) => `V#${community}#${meeting}`;
/** Who is entitled, as it was when the meeting was called; never written again. */
export const rollKey = (community: string, meeting: string): Key => ({
  pk: meetingPartition(community, meeting),
  sk: "roll",
});
export const ATTENDANCE = "at#";
/** Whether one person came: an item of its own, so that clerks at several doors never meet. */
export const attendanceKey = (community: string, meeting: string, person: string): Key => ({
  pk: meetingPartition(community, meeting),
  sk: ATTENDANCE + person,
});
/** Who was present when the first vote was opened; from then on nobody comes or goes. */
export const doorKey = (community: string, meeting: string): Key => ({
  pk: meetingPartition(community, meeting),
  sk: "door",
});
/** Ids of the meeting's votes, in order. */
export const votesKey = (community: string, meeting: string): Key => ({
  pk: meetingPartition(community, meeting),
  sk: "votes",
});
/** What one of two people counted, in the first counting (`turn` 0) or a later one. */
export const countKey = (community: string, vote: string, turn: number, place: "a" | "b"): Key => ({
  pk: `V#${community}#${vote}`,
  sk: `count#${turn}#${place}`,
});
