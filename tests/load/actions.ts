import * as books from "./actions/books.ts";
import * as residents from "./actions/residents.ts";
import * as staff from "./actions/staff.ts";
import type { Action } from "./site.ts";

/** Everything that `HABITS` names. */
export const ACTIONS: Readonly<Record<string, Action>> = {
  "sign in": staff.signIn,
  "load the console anew": staff.loadConsole,
  "open the console": staff.openConsole,
  "look at today's work": staff.lookAtToday,
  "open the residents": staff.openResidents,
  "open another list": staff.openCases,
  "ask for changes": staff.askForChanges,
  "change a cell": staff.changeCell,
  "add a resident": staff.addResident,
  "paste ten cells": staff.pasteCells,
  "look at a history": staff.lookAtHistory,
  "show a sealed number": staff.showSealed,
  "settle a case": staff.settleCase,
  "voucher through approval": books.voucherThroughApproval,
  "look at the vouchers": books.lookAtVouchers,
  "look at the balance": books.lookAtBalance,
  "publish a notice": books.publishNotice,
  "import ten rows": staff.importRows,
  "export the residents": staff.exportResidents,
  "opinion by form": residents.giveOpinion,
  "sign up by form": residents.signUp,
  "answer a survey": residents.answerSurvey,
  "read the board": residents.readBoard,
  "kiosk in the hall": residents.lookAtKiosk,
  "district reads figures": residents.districtReads,
};
