/** A handover that was cancelled leaves its post, or its election, free to be handed over by another. */
export async function freeForAnother() {
  return { also: { post: null, election: null } };
}
