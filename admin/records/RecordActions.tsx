import { lazy, Suspense } from "react";
import type { RecordView, RegisterView } from "../providers/contract.ts";

const EventActions = lazy(() => import("../pages/EventActions.tsx").then((page) => ({ default: page.EventActions })));
const SurveyActions = lazy(() =>
  import("../surveys/SurveyActions.tsx").then((page) => ({ default: page.SurveyActions })),
);
const HandoverPaper = lazy(() =>
  import("../street/HandoverPaper.tsx").then((page) => ({ default: page.HandoverPaper })),
);
const RefusalNotice = lazy(() =>
  import("../street/RefusalNotice.tsx").then((page) => ({ default: page.RefusalNotice })),
);
const CertificatePaper = lazy(() =>
  import("../street/CertificatePaper.tsx").then((page) => ({ default: page.CertificatePaper })),
);
const DisplayAid = lazy(() => import("../publications/DisplayAid.tsx").then((page) => ({ default: page.DisplayAid })));
const DisplayElection = lazy(() =>
  import("../publications/DisplayElection.tsx").then((page) => ({ default: page.DisplayElection })),
);
const StartHandover = lazy(() =>
  import("../street/StartHandover.tsx").then((page) => ({ default: page.StartHandover })),
);
const EndPost = lazy(() => import("../pages/EndPost.tsx").then((page) => ({ default: page.EndPost })));

const OpinionBox = lazy(() => import("../flows/OpinionBox.tsx").then((page) => ({ default: page.OpinionBox })));
const PublicationActions = lazy(() =>
  import("../publications/PublicationActions.tsx").then((page) => ({ default: page.PublicationActions })),
);
const VoucherActions = lazy(() =>
  import("../ledger/VoucherActions.tsx").then((page) => ({ default: page.VoucherActions })),
);

const MeetingActions = lazy(() =>
  import("../votes/MeetingActions.tsx").then((page) => ({ default: page.MeetingActions })),
);

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
