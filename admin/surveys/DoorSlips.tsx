import { createPortal } from "react-dom";
import { qrPath } from "../../shared/qr/qr-path.ts";
import { instantOf, minuteOf } from "../../shared/rules/calendar.ts";
import { printedCode } from "../../shared/rules/short-code.ts";
import { minuteInWords } from "../../shared/words/dates.ts";
import { useLanguage } from "../app/use-words.ts";
import type { RecordView } from "../providers/contract.ts";
import type { Issued } from "./contract.ts";
import { useSurveyWords } from "./use-survey.ts";

type Props = { readonly survey: RecordView; readonly issued: Issued };

/** Slips for doors on paper (门牌码纸条), A4, eight on a page: the door, the code in large type, and a QR with it in. */
export function DoorSlips({ survey, issued }: Props) {
  const { slip: words } = useSurveyWords();
  const language = useLanguage();
  const { title, closes, anonymous } = survey.values;
  const last = typeof closes === "string" ? minuteOf(instantOf(closes) - 1) : undefined;
  return createPortal(
    <div className="linli-slips">
      {issued.doors.map(({ dwelling, label, code }) => {
        const { path, size } = qrPath(`${issued.url}?k=${code}`);
        return (
          <div key={dwelling} className="linli-slip">
            <div className="linli-slip-door">{label}</div>
            <h2>{String(title)}</h2>
            <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={words.scan}>
              <path d={path} shapeRendering="crispEdges" />
            </svg>
            <div>
              <p>{words.scan}</p>
              <p>{words.code}</p>
              <p className="linli-slip-code">{printedCode(code)}</p>
              <p>{`${words.type}: ${issued.url.replace(/^https?:\/\//, "")}`}</p>
            </div>
            <p className="linli-slip-foot">
              {[words.once, anonymous ? words.secret : "", last ? words.until(minuteInWords(last, language)) : ""]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </div>
        );
      })}
    </div>,
    document.body,
  );
}
