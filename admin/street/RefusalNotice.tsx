import Button from "@mui/material/Button";
import { useCallback, useState } from "react";
import { fundsOpen } from "../../shared/rules/task.ts";
import { useWorkspace } from "../app/workspace.ts";
import type { RecordView, RegisterView } from "../providers/contract.ts";
import { useShow } from "../records/use-show.ts";
import { OnPaper } from "./OnPaper.tsx";
import { useStreetWords } from "./use-street-words.ts";

type Props = { readonly register: RegisterView; readonly record: RecordView };

/** The notice to a department whose task was refused or objected to (准入告知书, S8.5), on one A4 sheet. */
export function RefusalNotice({ register, record }: Props) {
  const words = useStreetWords().notice;
  const [printing, setPrinting] = useState(false);
  const done = useCallback(() => setPrinting(false), []);
  const { decision } = record.values;
  if (decision !== "refuse" && decision !== "objection") return null;
  return (
    <>
      <Button size="small" variant="outlined" onClick={() => setPrinting(true)}>
        {words.print}
      </Button>
      {printing ? <Notice register={register} record={record} onPrinted={done} /> : null}
    </>
  );
}

function Notice({ register, record, onPrinted }: Props & { readonly onPrinted: () => void }) {
  const words = useStreetWords().notice;
  const { community } = useWorkspace();
  const show = useShow(register);
  const { values } = record;
  const text = (key: string) => show(key, values[key]);
  const ground = text("ground");
  const open = fundsOpen(values);
  return (
    <OnPaper onPrinted={onPrinted}>
      <h1>{words.title}</h1>
      <p>{words.to(text("department"))}</p>
      <p>{words.body(text("title"), text("received"), text("basis"))}</p>
      <p>{values.decision === "refuse" ? words.refused(ground) : words.objected(ground)}</p>
      <p>{text("why")}</p>
      {open > 0 && values.decision === "objection" ? <p>{words.funds((open / 100).toFixed(2))}</p> : null}
      <p className="linli-office-law">{words.law}</p>
      <dl className="linli-office-signatures">
        <div>
          <dt>{words.sign}</dt>
          <dd />
          <dd className="linli-office-day">
            {community.name} {text("decided")}
          </dd>
        </div>
      </dl>
      <p>{words.copy}</p>
    </OnPaper>
  );
}
