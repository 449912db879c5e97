/** Somebody with a place at an event, with the ID number, as the staff API tells it for an insurer. */
export type Guest = {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly partySize: number;
  readonly idNo: string | null;
  /** Residents of the same name to choose from, where name and phone do not say who it is. */
  readonly candidates: readonly { readonly id: string; readonly birth: string | null }[];
};
