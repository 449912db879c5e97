import Button from "@mui/material/Button";
import { useCallback, useState } from "react";
import { certificateWords } from "../../shared/words/certificate.ts";
import { useLanguage } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import type { RecordView, RegisterView } from "../providers/contract.ts";
import { useShow } from "../records/use-show.ts";
import { OnPaper } from "./OnPaper.tsx";

type Props = { readonly register: RegisterView; readonly record: RecordView };

/**
 * A certificate on paper with the place of the seal, and the copy that stays below the line (居委会证明, 存根); or, where
 * it was refused, why and where to go instead (W04b).
 */
export function CertificatePaper({ register, record }: Props) {
  const words = certificateWords[useLanguage()];
  const [printing, setPrinting] = useState(false);
  const done = useCallback(() => setPrinting(false), []);
  const { state } = record.values;
  if (state !== "issued" && state !== "refused") return null;
  return (
    <>
      <Button size="small" variant="outlined" onClick={() => setPrinting(true)}>
        {state === "issued" ? words.print : words.refusal}
      </Button>
      {printing ? (
        <OnPaper onPrinted={done}>
          {state === "issued" ? (
            <Issued register={register} record={record} />
          ) : (
            <Refused register={register} record={record} />
          )}
        </OnPaper>
      ) : null}
    </>
  );
}

function Issued({ register, record: { values } }: Props) {
  const words = certificateWords[useLanguage()];
  const show = useShow(register);
  const text = (key: string) => show(key, values[key]);
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.no(text("no"))}</p>
      <p>{text("statement")}</p>
      <p>{words.use(text("purpose"), text("unit"))}</p>
      <Seal day={text("issuedOn")} by={text("issuedBy")} />
      <hr title={words.cut} />
      <h2>{words.copyTitle}</h2>
      <p>
        {words.no(text("no"))} · {text("resident")} · {text("kind")} · {text("purpose")}
      </p>
      <p>
        {words.issuedBy(text("issuedBy"))} {text("issuedOn")} · {words.copy(text("copy"))}
      </p>
    </>
  );
}

function Refused({ register, record: { values } }: Props) {
  const words = certificateWords[useLanguage()];
  const show = useShow(register);
  const text = (key: string) => show(key, values[key]);
  return (
    <>
      <h1>{words.refusalTitle}</h1>
      <p>{text("resident")}</p>
      <p>{words.refused(text("kind"), text("ground"))}</p>
      <p>{words.referTo(text("referTo"))}</p>
      <Seal day={text("closed")} />
    </>
  );
}

function Seal({ day, by }: { readonly day: string; readonly by?: string }) {
  const words = certificateWords[useLanguage()];
  const { community } = useWorkspace();
  return (
    <dl className="linli-office-signatures">
      <div>
        <dt>{by === undefined ? community.name : words.issuedBy(by)}</dt>
        <dd>{words.seal}</dd>
        <dd className="linli-office-day">
          {community.name} {day}
        </dd>
      </div>
    </dl>
  );
}
