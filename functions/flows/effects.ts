import type { Flow } from "../../shared/schema/flow.ts";
import { approvedByCouncil, approvedByMeeting, fixedByCommittee } from "../affairs/approval.ts";
import { correctAffairs, hungUp, postAffairs } from "../affairs/posting.ts";
import { questionsAffairs } from "../affairs/question.ts";
import { becomesTarget, isTargetNoMore } from "../aid/service-target.ts";
import { visitedByTwo } from "../aid/visited-by-two.ts";
import { allCounted } from "../assets/all-counted.ts";
import { decidedFirst } from "../assets/decided-first.ts";
import { correctionsDone } from "../audits/corrections-done.ts";
import { independentAuditor, independentOfHandover } from "../audits/independent-auditor.ts";
import { triedOften } from "../census/tried-often.ts";
import { asRegistered } from "../certificates/as-registered.ts";
import { issueNumbered } from "../certificates/issue.ts";
import { adoptedFirst } from "../documents/adopted-first.ts";
import { certify } from "../elections/certify.ts";
import { delegatesFit, representativesFit, seatsFit } from "../elections/numbers.ts";
import { someElected } from "../elections/outcome.ts";
import { displayedStand, enoughStand, officersReady, publishedStand } from "../elections/standing.ts";
import { endHandedOver } from "../handovers/end-handed-over.ts";
import { freeForAnother } from "../handovers/free-for-another.ts";
import { withBookBalance } from "../handovers/with-book-balance.ts";
import { decidedByProposal } from "../ledger/budget.ts";
import { voidReceipt } from "../ledger/receipts.ts";
import { paidByVoucher } from "../pay/paid-by-voucher.ts";
import { enrolVoters } from "../voters/enrol.ts";
import { settleDoubts } from "../voters/settle.ts";
import { notOpposed, yieldToResidents } from "../votes/residents-opinion.ts";
import type { Effect } from "./effect.ts";

/** Moves with a consequence outside their own record (流转的后果), by flow and move. A new one is a line here. */
const EFFECTS: Readonly<Record<string, Effect>> = {
  "aid-application visit": visitedByTwo,
  "aid-application grant": becomesTarget,
  "aid-application end": isTargetNoMore,
  "certificate check": asRegistered,
  "certificate issue": issueNumbered,
  "asset scrap": decidedFirst,
  "asset-count finish": allCounted,
  "audit report": independentAuditor,
  "audit sign": correctionsDone,
  "budget-line decide": decidedByProposal,
  "census empty": triedOften,
  "census refuse": triedOften,
  "committee-election enrol": enrolVoters,
  "committee-election publicise": seatsFit,
  "committee-election fixElectors": representativesFit,
  "committee-election nominate": enoughStand,
  "committee-election display": displayedStand,
  "committee-election sendUp": displayedStand,
  "committee-election publishFormal": publishedStand,
  "committee-election prepare": officersReady,
  "committee-election vacant": someElected,
  "committee-election certify": certify,
  "party-election publicise": seatsFit,
  "party-election fixElectors": delegatesFit,
  "party-election nominate": enoughStand,
  "party-election sendUp": enoughStand,
  "party-election prepare": officersReady,
  "party-election vacant": someElected,
  "party-election certify": certify,
  "document issue": adoptedFirst,
  "handover audit": independentOfHandover,
  "handover list": withBookBalance,
  "handover close": endHandedOver,
  "handover cancel": freeForAnother,
  "pay pay": paidByVoucher,
  "open-affairs fix": fixedByCommittee,
  "open-affairs approve": approvedByCouncil,
  "open-affairs adopt": approvedByMeeting,
  "open-affairs post": postAffairs,
  "open-affairs correct": correctAffairs,
  "open-affairs archive": hungUp,
  "opinion classify": questionsAffairs,
  "other-matter decide": notOpposed,
  "other-matter publish": notOpposed,
  "other-matter start": notOpposed,
  "other-matter finish": notOpposed,
  "other-matter yield": yieldToResidents,
  "receipt-book void": voidReceipt,
  "voter settle": settleDoubts,
};

export function effectOf(flow: Flow, move: string): Effect | undefined {
  return EFFECTS[`${flow.name} ${move}`];
}
