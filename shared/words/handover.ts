/** How the two sides of a committee's handover stand on the list (移交双方), until somebody names persons. */
export const handoverParties = { giver: "上届居委会", taker: "新一届居委会" } as const;
