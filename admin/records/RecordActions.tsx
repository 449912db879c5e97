import { Suspense } from "react";
import { part } from "../app/part.tsx";
import type { RecordView, RegisterView } from "../providers/contract.ts";

const EventActions = part(() => import("../pages/EventActions.tsx").then((page) => page.EventActions));
const SurveyActions = part(() => import("../surveys/SurveyActions.tsx").then((page) => page.SurveyActions));
const HandoverPaper = part(() => import("../street/HandoverPaper.tsx").then((page) => page.HandoverPaper));
const RefusalNotice = part(() => import("../street/RefusalNotice.tsx").then((page) => page.RefusalNotice));
const CertificatePaper = part(() => import("../street/CertificatePaper.tsx").then((page) => page.CertificatePaper));
const DisplayAid = part(() => import("../publications/DisplayAid.tsx").then((page) => page.DisplayAid));
const DisplayElection = part(() => import("../publications/DisplayElection.tsx").then((page) => page.DisplayElection));
const StartHandover = part(() => import("../street/StartHandover.tsx").then((page) => page.StartHandover));
const EndPost = part(() => import("../pages/EndPost.tsx").then((page) => page.EndPost));

const OpinionBox = part(() => import("../flows/OpinionBox.tsx").then((page) => page.OpinionBox));
const PublicationActions = part(() =>
  import("../publications/PublicationActions.tsx").then((page) => page.PublicationActions),
);
const VoucherActions = part(() => import("../ledger/VoucherActions.tsx").then((page) => page.VoucherActions));

const MeetingActions = part(() => import("../votes/MeetingActions.tsx").then((page) => page.MeetingActions));

type Props = { readonly register: RegisterView; readonly record: RecordView };

/** What can be done with a record beyond typing; only a few lists have something. */
export function RecordActions({ register, record }: Props) {
  if (register.name === "events") {
    return (
      <Suspense>
        <EventActions register={register} record={record} />
      </Suspense>
    );
  }
  if (register.name === "surveys") {
    return (
      <Suspense>
        <SurveyActions register={register} record={record} />
      </Suspense>
    );
  }
  if (register.name === "committees") {
    return (
      <Suspense>
        <OpinionBox record={record} />
      </Suspense>
    );
  }
  if (register.name === "posts") {
    return (
      <Suspense>
        <StartHandover record={record} />
        <EndPost record={record} />
      </Suspense>
    );
  }
  if (register.name === "handovers") {
    return (
      <Suspense>
        <HandoverPaper register={register} id={record.id} />
      </Suspense>
    );
  }
  if (register.name === "tasks") {
    return (
      <Suspense>
        <RefusalNotice register={register} record={record} />
      </Suspense>
    );
  }
  if (register.name === "certificates") {
    return (
      <Suspense>
        <CertificatePaper register={register} record={record} />
      </Suspense>
    );
  }
  if (register.name === "aid-applications") {
    return (
      <Suspense>
        <DisplayAid record={record} />
      </Suspense>
    );
  }
  if (register.name === "elections") {
    return (
      <Suspense>
        <DisplayElection record={record} />
      </Suspense>
    );
  }
  if (register.name === "publications") {
    return (
      <Suspense>
        <PublicationActions record={record} />
      </Suspense>
    );
  }
  if (register.name === "vouchers") {
    return (
      <Suspense>
        <VoucherActions record={record} />
      </Suspense>
    );
  }
  if (register.name === "meetings" || register.name === "votes") {
    return (
      <Suspense>
        <MeetingActions record={record} />
      </Suspense>
    );
  }
  return null;
}
